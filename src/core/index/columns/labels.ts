import type { SelectContext } from "../select.ts";

/** What a run is called, as in its row. */
export function labelOfRow({ table, overviews }: SelectContext, row: number): string {
  return overviews.of(table.strings.text(table.rows.experiment.at(row))).label(row).label;
}

/** What the parents of these rows are called, by the code of the id: its run's label, or the id where it is not there. */
export function parentLabels(context: SelectContext, rows: Int32Array): (id: number) => string {
  const { table } = context;
  const wanted = new Set(rows.map((row) => table.rows.parent.at(row)));
  wanted.delete(-1);
  const labels = new Map<number, string>();
  const id = table.rows.id.data;
  for (let row = 0; row < table.length && labels.size < wanted.size; row++) {
    const code = id[row] ?? -1;
    if (wanted.has(code) && table.alive.at(row) && !labels.has(code)) labels.set(code, labelOfRow(context, row));
  }
  return (code) => labels.get(code) ?? table.strings.text(code);
}
