import type { Comparison } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { perform } from "../../ui/announce.tsx";
import { shortId } from "../../ui/format/text.ts";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/l10n.ts";
import { useHost } from "../context.ts";

/** Says which pinned runs vanished, and takes them out on request. */
export function MissingRuns({ comparison: { missing, runs } }: { readonly comparison: Comparison }) {
  const host = useHost();
  if (missing.length === 0) return null;
  const total = missing.length + runs.length;
  return (
    <div class="notice" role="status">
      <Icon name="info" />
      <span>
        {missing.length === 1
          ? t("1 of {0} runs is no longer there:", total)
          : t("{0} of {1} runs are no longer there:", missing.length, total)}{" "}
        <span class="mono">{missing.map(({ run }) => visibleText(shortId(run))).join(", ")}</span>
      </span>
      <button
        type="button"
        class="link"
        onClick={() => {
          for (const ref of missing) perform(host.ask("unpin", ref));
        }}
      >
        {t("Remove from comparison")}
      </button>
    </div>
  );
}
