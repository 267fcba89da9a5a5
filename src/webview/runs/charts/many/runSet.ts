import { type NumberColumn, type RunColumn, runColumns } from "../../../../core/compare/manyRuns/columns.ts";
import type { RunRef } from "../../../../core/model/run.ts";
import type { Comparison, PrimaryMetric } from "../../../../core/model/views.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";

/** Runs as columns, as the charts of many runs draw them, wherever the runs come from. */
export interface RunSet {
  readonly refs: readonly RunRef[];
  readonly labels: readonly string[];
  /** The looks that the runs have elsewhere on the page; null where they are too many to be told apart. */
  readonly looks: readonly number[] | null;
  /** Those in which the runs differ. */
  readonly columns: readonly RunColumn[];
  readonly primary: PrimaryMetric | null;
}

/** More runs are drawn alike. */
const MOST_LOOKS = 14;

export function runSetOf(comparison: Comparison, look: (ref: RunRef) => number): RunSet {
  const { runs, primary } = comparison;
  const refs = runs.map(({ ref }) => ref);
  return {
    refs,
    labels: runs.map(({ label }) => visibleText(label)),
    looks: runs.length <= MOST_LOOKS ? refs.map(look) : null,
    columns: runColumns(comparison).filter(varies),
    primary,
  };
}

export function varies(column: RunColumn): boolean {
  if (column.kind === "category") return column.categories.length + (column.missing > 0 ? 1 : 0) > 1;
  const finite = column.values.filter(Number.isFinite);
  return finite.some((value) => value !== finite[0]) || (finite.length > 0 && finite.length < column.values.length);
}

export function isNumber(column: RunColumn | null | undefined): column is NumberColumn {
  return column?.kind === "number";
}
