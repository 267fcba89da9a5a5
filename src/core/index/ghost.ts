import { bestValue } from "../model/best.ts";
import type { RunRef } from "../model/run.ts";
import { lastValues, metricCell } from "./metricColumn.ts";
import { refOfRow, statusOfRow } from "./runRow.ts";
import type { SelectContext } from "./select.ts";

/**
 * The run to draw behind one that is live, to see how it fares: of the finished runs of its experiment that have the
 * metric drawn, the one that is best by the experiment's primary metric, the newest of several. Null where there is
 * none, and where nobody knows which is best.
 */
export function ghostOf(context: SelectContext, ref: RunRef, key: string): RunRef | null {
  const { table, overviews } = context;
  const { active, primary } = overviews.of(ref.experiment);
  if (primary === null) return null;
  const code = table.strings.find(key);
  const own = table.rowOf(ref.experiment, ref.run);
  const isCandidate = (row: number): boolean =>
    row !== own && metricCell(table, row, code) >= 0 && statusOfRow(context, row) === "finished";
  const rows = active.filter(isCandidate);
  const { values } = lastValues(table, rows, primary.key);
  const best = bestValue(values, primary.goal);
  if (best === null) return null;
  const start = (row: number): number => table.rows.start.at(row);
  const [ghost] = Array.from(rows.filter((_, i) => values[i] === best)).sort((a, b) => start(b) - start(a));
  return ghost === undefined ? null : refOfRow(context, ghost);
}
