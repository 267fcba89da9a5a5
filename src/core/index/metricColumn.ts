import type { RunTable } from "./table.ts";

/** The cell of a metric in a row; -1 where the run has none. */
export function metricCell(table: RunTable, row: number, key: number): number {
  const [from, to] = table.range(row, "metricsEnd");
  const keys = table.cells.metricKey.data;
  for (let cell = from; cell < to; cell++) if (keys[cell] === key) return cell;
  return -1;
}

/** Last values of one metric, one a row of `rows`; NaN for a run without it, and `missing` says which those are. */
export function lastValues(
  table: RunTable,
  rows: ArrayLike<number>,
  key: string,
): { readonly values: Float64Array; readonly missing: Uint8Array } {
  const values = new Float64Array(rows.length).fill(Number.NaN);
  const missing = new Uint8Array(rows.length).fill(1);
  const code = table.strings.find(key);
  if (code < 0) return { values, missing };
  for (let i = 0; i < rows.length; i++) {
    const cell = metricCell(table, rows[i] ?? 0, code);
    if (cell < 0) continue;
    values[i] = table.cells.last.at(cell);
    missing[i] = 0;
  }
  return { values, missing };
}

/** Metric keys of these rows and how many of them have each. */
export function metricUses(table: RunTable, rows: ArrayLike<number>): { key: string; runs: number }[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    const [from, to] = table.range(rows[i] ?? 0, "metricsEnd");
    for (let cell = from; cell < to; cell++) {
      const key = table.cells.metricKey.at(cell);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([code, runs]) => ({ key: table.strings.text(code), runs }));
}
