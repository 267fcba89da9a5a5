import { useRef, useState } from "preact/hooks";
import { type RunRef, refKey } from "../../../../core/model/run.ts";
import type { Comparison } from "../../../../core/model/views.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { announce, perform } from "../../../ui/announce.tsx";
import { counted, t } from "../../../ui/l10n.ts";
import { useHost } from "../../context.ts";
import { AddRuns } from "../AddRuns.tsx";
import { moved, placeAfter } from "./arranging.ts";
import { RunChip } from "./RunChip.tsx";
import { onToolbarKeys } from "./toolbarKeys.ts";
import "./RunChips.css";

interface Props {
  readonly comparison: Comparison;
  readonly baseline: number;
  look(ref: RunRef): number;
  onBaseline(ref: RunRef): void;
  /** Called when the runs were put into another order. */
  onArranged(): void;
}

/** Up to so many are all shown; of more than that, these. */
const ALL_SHOWN = 12;
const SHOWN_AT_FIRST = 8;

/** The runs compared, in the order they were pinned: what may be done with each. */
export function RunChips({ comparison, baseline, look, onBaseline, onArranged }: Props) {
  const host = useHost();
  const [all, setAll] = useState(false);
  const dragged = useRef<number | null>(null);
  const { runs, experiments } = comparison;
  const shown = all || runs.length <= ALL_SHOWN ? runs : runs.slice(0, SHOWN_AT_FIRST);
  const several = new Set(experiments).size > 1;

  const move = (from: number, to: number): void => {
    const row = runs[from];
    if (row === undefined || from === to || to < 0 || to >= runs.length) return;
    perform(
      host.ask(
        "arrange",
        moved(runs, from, to).map(({ ref }) => ref),
      ),
    );
    onArranged();
    announce(t("{0} is now {1} of {2}", visibleText(row.label), to + 1, runs.length));
  };

  return (
    <div class="chips" role="toolbar" aria-label={t("Runs compared")} onKeyDown={onToolbarKeys}>
      {shown.map((row, index) => (
        <RunChip
          key={refKey(row.ref)}
          run={row}
          place={t("{0} of {1}", index + 1, runs.length)}
          experiment={several ? (experiments[index] ?? null) : null}
          look={look(row.ref)}
          isBaseline={index === baseline}
          isFirst={index === 0}
          onBaseline={() => onBaseline(row.ref)}
          onUnpin={() => perform(host.ask("unpin", row.ref))}
          onMove={(by) => move(index, index + by)}
          onDragStart={() => {
            dragged.current = index;
          }}
          onDropped={(after) => {
            if (dragged.current !== null) move(dragged.current, placeAfter(dragged.current, index, after));
            dragged.current = null;
          }}
        />
      ))}
      {shown.length < runs.length && (
        <button type="button" class="link" tabIndex={-1} onClick={() => setAll(true)}>
          {counted(runs.length - shown.length, "{0} more", "{0} more")}
        </button>
      )}
      <AddRuns tabIndex={-1} />
    </div>
  );
}
