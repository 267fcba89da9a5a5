import { byText } from "../../../core/model/text.ts";
import type { Column } from "./column.ts";

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

type Value = number | string | null;

/** The rows in the order asked for; equal rows stay as they were. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
): readonly Row[] {
  const sortBy = columns.find(({ id }) => id === sorting?.column)?.sortBy;
  if (sorting === null || sortBy === undefined) return rows;
  return rows.toSorted((a, b) => inOrder(sortBy(a), sortBy(b), sorting.descending));
}

/** Upwards, numbers before texts, or the other way round; null and NaN are last either way. */
export function inOrder(a: Value, b: Value, descending: boolean): number {
  const last = Number(isMissing(a)) - Number(isMissing(b));
  if (last !== 0 || isMissing(a) || isMissing(b)) return last;
  const order = upwards(a, b);
  return descending ? -order : order;
}

function isMissing(value: Value): value is null {
  return value === null || Number.isNaN(value);
}

function upwards(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a < b ? -1 : 1;
  if (typeof a === "string" && typeof b === "string") return byText(a, b);
  return typeof a === "number" ? -1 : 1;
}
