import type { ComponentChildren } from "preact";

/** One column of a DataTable. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Numbers stand at the end of their column. */
  readonly end?: boolean;
  /** CSS width; the columns without one share the rest. */
  readonly width?: string;
  /** What a row is sorted by, where that is useful; null where there is nothing, which like NaN is always last. */
  readonly sortBy?: (row: Row) => number | string | null;
  render(row: Row): ComponentChildren;
}
