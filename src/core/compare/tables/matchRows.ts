import type { DataTable } from "../../artifacts/dataTable.ts";
import { numberOf } from "../numberOf.ts";

/** Rows of two tables that are the same row; null where one has none. */
export interface RowPair {
  readonly left: number | null;
  readonly right: number | null;
}

/** Matches rows by their place. */
export function byPlace(left: DataTable, right: DataTable): readonly RowPair[] {
  const { length } = left.rows.length > right.rows.length ? left.rows : right.rows;
  const at = (table: DataTable, row: number): number | null => (row < table.rows.length ? row : null);
  return Array.from({ length }, (_, row) => ({ left: at(left, row), right: at(right, row) }));
}

/**
 * Matches rows that have the same in a column; of several alike the first with the first. In the order of the left table,
 * then those that only the right one has.
 */
export function byKey(left: DataTable, right: DataTable, key: string): readonly RowPair[] {
  const waiting = rowsByKey(right, key);
  const column = left.columns.indexOf(key);
  const pairs = left.rows.map(
    (cells, row): RowPair => ({ left: row, right: waiting.get(cells[column] ?? "")?.shift() ?? null }),
  );
  const rest = [...waiting.values()].flat().sort((a, b) => a - b);
  return [...pairs, ...rest.map((row): RowPair => ({ left: null, right: row }))];
}

function rowsByKey(table: DataTable, key: string): Map<string, number[]> {
  const column = table.columns.indexOf(key);
  const rows = new Map<string, number[]>();
  for (const [row, cells] of table.rows.entries()) {
    const value = cells[column] ?? "";
    const known = rows.get(value);
    if (known) known.push(row);
    else rows.set(value, [row]);
  }
  return rows;
}

/**
 * The column to match rows by where nobody said: one that both tables have, whose values are different in each row of
 * both, never empty, at least half of them (of the shorter table) in both, and not measured (no fractions). A column
 * called `id`, `key`, `index` or so comes first, else the first from the left. Null where there is none.
 */
export function guessKey(left: DataTable, right: DataTable): string | null {
  const candidates = left.columns.filter((name) => isKey(left, right, name));
  return candidates.find((name) => NAMED.test(name)) ?? candidates[0] ?? null;
}

const NAMED = /^(id|key|index|uuid|guid|name|.*[_ .-](id|key|index|uuid))$/i;

function isKey(left: DataTable, right: DataTable, name: string): boolean {
  const [ours, theirs] = [differentValues(left, name), differentValues(right, name)];
  if (ours === null || theirs === null) return false;
  const shared = [...ours].filter((value) => theirs.has(value)).length;
  return shared > 0 && shared * 2 >= Math.min(ours.size, theirs.size);
}

/** The values of a column, all different; null where they are not, or where the column is no key by itself. */
function differentValues({ columns, rows }: DataTable, name: string): ReadonlySet<string> | null {
  const column = columns.indexOf(name);
  if (column < 0 || columns.lastIndexOf(name) !== column) return null;
  const values = new Set<string>();
  for (const row of rows) {
    const value = row[column] ?? "";
    if (value === "" || values.has(value) || !Number.isInteger(numberOf(value) ?? 0)) return null;
    values.add(value);
  }
  return values;
}
