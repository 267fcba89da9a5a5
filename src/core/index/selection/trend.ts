import { isBetter } from "../../model/best.ts";
import type { Goal } from "../../model/goal.ts";
import type { Column } from "../../model/runsTable.ts";
import type { Trend, TrendRequest } from "../../model/trend.ts";
import { cellAt } from "../columns/columnData.ts";
import { labelOfRow } from "../columns/labels.ts";
import type { TableContext } from "../columns/tableContext.ts";
import { refOfRow } from "../runRow.ts";
import type { Selection } from "./selection.ts";

/** Runs of one trend at most; of more, the newest. */
const MOST = 20_000;

const START: Column = { kind: "attribute", key: "start" };

/** A metric of the runs that match over their start. */
export function trendOf(context: TableContext, selection: Selection, request: TrendRequest): Trend {
  const { metric, value, group } = request;
  const data = selection.column({ kind: "metric", key: metric, value });
  const starts = selection.column(START);
  const shown = selection
    .ordered([{ column: START, descending: false }])
    .filter((place) => cellAt(data, place) !== null && cellAt(starts, place) !== null)
    .slice(-MOST);
  const rows = Array.from(shown, (place) => selection.rows[place] ?? 0);
  const numbersOf = (from: typeof data): Float64Array =>
    Float64Array.from(shown, (place) => Number(cellAt(from, place)));
  const values = numbersOf(data);
  const goal = context.goalOf(metric);
  return {
    metric,
    goal,
    refs: rows.map((row) => refOfRow(context, row)),
    labels: rows.map((row) => labelOfRow(context, row)),
    starts: numbersOf(starts),
    values,
    best: bestSoFar(values, goal),
    ...groupsAt(selection, group, shown),
    runs: selection.rows.length,
  };
}

/** The best finite value up to each; NaN until there is one. */
export function bestSoFar(values: Float64Array, goal: Goal): Float64Array | null {
  if (goal === "unknown") return null;
  let best = Number.NaN;
  return values.map((value) => {
    if (isBetter(value, best, goal)) best = value;
    return best;
  });
}

/** Groups in the order of their values; runs without one belong to the group of the empty text, which comes last. */
function groupsAt(
  selection: Selection,
  column: Column | null,
  places: Uint32Array,
): { group: Uint32Array; groups: readonly string[] } {
  if (column === null) return { group: new Uint32Array(places.length), groups: [""] };
  const data = selection.column(column);
  const texts = Array.from(places, (place) => String(cellAt(data, place) ?? ""));
  const shown = new Set(texts);
  const ordered = selection.ordered([{ column, descending: false }]);
  const groups: string[] = [];
  for (const place of ordered) {
    const text = String(cellAt(data, place) ?? "");
    if (shown.delete(text)) groups.push(text);
  }
  const numberOf = new Map(groups.map((text, i) => [text, i]));
  return { group: Uint32Array.from(texts, (text) => numberOf.get(text) ?? 0), groups };
}
