import { type RunColumn, runColumns } from "../../../../../../src/core/compare/manyRuns/columns.ts";

/** A param of some runs, by its texts. */
export function paramColumn(key: string, ...values: (string | null)[]): RunColumn {
  const [column] = runColumns({ metrics: [], params: [{ key, values, differs: true }], attributes: [] });
  if (column === undefined) throw new Error("there is no column");
  return column;
}
