import type { Column } from "./DataTable.tsx";

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/** The rows in the order asked for; equal rows stay as they were. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
): readonly Row[] {
  const compare = columns.find(({ id }) => id === sorting?.column)?.compare;
  if (sorting === null || compare === undefined) return rows;
  return rows.toSorted(sorting.descending ? (a, b) => compare(b, a) : compare);
}

/** Numbers upwards; NaN is last, whichever way round. */
export function byNumber(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}
