import type { RunRow, RunView } from "../../core/model/views.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { perform } from "../ui/announce.tsx";
import { Icon } from "../ui/Icon.tsx";
import { t } from "../ui/l10n.ts";
import { useHost } from "./context.ts";

/** The ways to the runs before and after this one in its experiment, and to its comparison with the one before. */
export function Siblings({ view: { previous, next } }: { readonly view: RunView }) {
  const host = useHost();
  const open = (row: RunRow) => perform(host.ask("open", row.ref, { toSide: false }));
  return (
    <div class="siblings">
      {previous !== null && (
        <button
          type="button"
          class="text-button"
          title={t("Compare with the run before it, {0}", visibleText(previous.label))}
          onClick={() => perform(host.ask("compareWith", [previous.ref]))}
        >
          <Icon name="compare" />
          {t("Compare with Previous")}
        </button>
      )}
      {previous !== null && <Step row={previous} icon="left" words={t("Previous run: {0}")} onOpen={open} />}
      {next !== null && <Step row={next} icon="right" words={t("Next run: {0}")} onOpen={open} />}
    </div>
  );
}

interface StepProps {
  readonly row: RunRow;
  readonly icon: "left" | "right";
  readonly words: string;
  onOpen(row: RunRow): void;
}

function Step({ row, icon, words, onOpen }: StepProps) {
  const label = words.replace("{0}", () => visibleText(row.label));
  return (
    <button type="button" class="icon-button" title={label} aria-label={label} onClick={() => onOpen(row)}>
      <Icon name={icon} />
    </button>
  );
}
