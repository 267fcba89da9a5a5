import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { count } from "../../ui/format/number.ts";
import { counted, t } from "../../ui/l10n.ts";
import type { CompareLine } from "./compareGroups.ts";
import { differencesOf, nextDifference } from "./differences.ts";
import type { GridFocus } from "./grid/gridFocus.ts";
import { rowsOf } from "./gridContents.tsx";

export interface Differences {
  /** How many there are, and which of them is looked at. */
  readonly words: string;
  step(by: 1 | -1): void;
}

/** The way from difference to difference, by buttons and by F7 and Shift+F7 as in the editor's own diff. */
export function useDifferences(
  lines: readonly CompareLine[],
  runsAsRows: boolean,
  control: RefObject<GridFocus | null>,
): Differences {
  const [current, setCurrent] = useState<number | null>(null);
  const along = useMemo(() => (runsAsRows ? rowsOf(lines) : lines), [lines, runsAsRows]);
  const differences = useMemo(() => differencesOf(along), [along]);
  const step = (by: 1 | -1): void => {
    const next = nextDifference(differences, focused(runsAsRows) ?? current, by);
    if (next === null) return;
    setCurrent(next);
    control.current?.focus(runsAsRows ? { row: -1, column: next } : { row: next, column: -1 });
  };
  const newest = useRef(step);
  newest.current = step;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "F7" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      newest.current(event.shiftKey ? -1 : 1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const at = current === null ? -1 : differences.indexOf(current);
  return { words: wordsOf(at, differences.length), step };
}

function wordsOf(at: number, total: number): string {
  if (total === 0) return t("no differences");
  if (at < 0) return counted(total, "{0} difference", "{0} differences");
  return t("difference {0} of {1}", count(at + 1), count(total));
}

/** The line of the cell that has the focus. */
function focused(runsAsRows: boolean): number | null {
  const cell = document.activeElement?.closest<HTMLElement>("[data-column]");
  const text = runsAsRows ? cell?.dataset.column : cell?.closest<HTMLElement>("[data-row]")?.dataset.row;
  const line = Number(text ?? Number.NaN);
  return Number.isNaN(line) || line < 0 ? null : line;
}
