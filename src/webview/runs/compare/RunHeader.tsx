import type { RunRef } from "../../../core/model/run.ts";
import type { Comparison } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { perform } from "../../ui/announce.tsx";
import { Swatch } from "../../ui/chart/Swatch.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/l10n.ts";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { useHost } from "../context.ts";

interface Props {
  readonly comparison: Comparison;
  readonly index: number;
  look(ref: RunRef): number;
}

/** A run at the head of its column: opens on a click, and can be taken out. */
export function RunHeader({ comparison, index, look }: Props) {
  const host = useHost();
  const row = comparison.runs[index];
  if (row === undefined) return <th />;
  const label = visibleText(row.label);
  const experiment = visibleText(comparison.experiments[index] ?? "");
  const open = (toSide: boolean) => perform(host.ask("open", row.ref, { toSide }));
  return (
    <th scope="col" class="run-head" tabIndex={-1}>
      <div class="run-head-line">
        <button
          type="button"
          class="link run-name"
          tabIndex={-1}
          title={`${label}\n${row.id}`}
          onClick={(event) => open(event.ctrlKey || event.metaKey)}
          onAuxClick={() => open(true)}
        >
          {label}
        </button>
        <button
          type="button"
          class="icon-button"
          tabIndex={-1}
          title={t("Remove from comparison")}
          aria-label={t("Remove {0} from comparison", label)}
          onClick={() => perform(host.ask("unpin", row.ref))}
        >
          <Icon name="cross" />
        </button>
      </div>
      <div class="run-head-line run-head-facts">
        <Swatch index={look(row.ref)} />
        <StatusBadge status={row.status} iconOnly />
        <span class="run-experiment" title={experiment}>
          {experiment}
        </span>
        {row.start !== null && <RelativeTime time={row.start} />}
      </div>
    </th>
  );
}
