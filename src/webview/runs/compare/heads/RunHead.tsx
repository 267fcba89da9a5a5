import { useContext } from "preact/hooks";
import type { RunRow } from "../../../../core/model/views.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { perform } from "../../../ui/announce.tsx";
import { Swatch } from "../../../ui/chart/Swatch.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { t } from "../../../ui/l10n.ts";
import { IsFile, useHost } from "../../context.ts";
import "./heads.css";

interface Props {
  readonly run: RunRow;
  readonly look: number;
  readonly isBaseline: boolean;
}

/** A run at the head of its column or row: opens on a click. */
export function RunHead({ run, look, isBaseline }: Props) {
  const host = useHost();
  const label = visibleText(run.label);
  const isFile = useContext(IsFile);
  const title = `${label}\n${visibleText(run.id)}`;
  const open = (toSide: boolean) => perform(host.ask("open", run.ref, { toSide }));
  return (
    <div class="run-head">
      <Swatch index={look} />
      {isFile ? (
        <span class="run-name" title={title}>
          {label}
        </span>
      ) : (
        <button
          type="button"
          class="link run-name"
          tabIndex={-1}
          title={title}
          onClick={(event) => open(event.ctrlKey || event.metaKey)}
          onAuxClick={() => open(true)}
        >
          {label}
        </button>
      )}
      {isBaseline && (
        <span class="baseline-mark" title={t("Baseline: what the others are measured against")}>
          <Icon name="flag" solid />
          <span class="unseen">{t("baseline")}</span>
        </span>
      )}
    </div>
  );
}
