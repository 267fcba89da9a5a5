import type { Dialect } from "../query/expression.ts";
import { readFilterText } from "../query/filterBox.ts";
import { rowsWhere } from "./expressionFilter.ts";
import type { RunTable } from "./table.ts";
import { filterRows, type TextSearch } from "./textFilter.ts";

/** What a filter is answered from. */
export interface FilterContext {
  readonly table: RunTable;
  readonly search: TextSearch;
  /** Whose rules hold where MLflow's stores differ. */
  readonly dialect: Dialect;
  /** The clock, in milliseconds. */
  readonly now: number;
}

/**
 * Of some rows those that a filter's text finds; none where it is not understood: its face says why, before it asks. The
 * build lets the engine load this file, and the query language with it, at the first filter.
 */
export function filteredRows(
  { table, search, dialect, now }: FilterContext,
  rows: Int32Array,
  text: string,
): Int32Array {
  const filter = readFilterText(text, null, now);
  switch (filter.kind) {
    case "all":
      return rows;
    case "words":
      return filterRows(table, search, rows, filter.words);
    case "expression":
      return rowsWhere(table, rows, filter.expression, dialect);
    case "invalid":
      return new Int32Array();
  }
}
