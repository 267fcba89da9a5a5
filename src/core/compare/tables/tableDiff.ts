import type { DataTable } from "../../artifacts/dataTable.ts";
import type { DiffCell, DiffColumn, DiffRow, TableDiff } from "../../model/tableDiff.ts";
import { numberOf } from "../numberOf.ts";
import { byKey, byPlace, guessKey, type RowPair } from "./matchRows.ts";

/** Rows that are listed, and characters of a cell. */
const LISTED = 1000;
const LONGEST = 1000;

/**
 * How two tables differ. Rows are matched by `key` where both tables have that column, else by the column that is guessed
 * (see `guessKey`), else by their place. Cells that are the same number (`0.5`, `0.50`) do not differ.
 */
export function tableDiff(left: DataTable, right: DataTable, key: string | null): TableDiff {
  const isThere = key !== null && left.columns.includes(key) && right.columns.includes(key);
  const matchedBy = isThere ? key : guessKey(left, right);
  const pairs = matchedBy === null ? byPlace(left, right) : byKey(left, right, matchedBy);
  const columns = columnsOf(left, right);
  const changes = columns.map(() => 0);
  const rows: DiffRow[] = [];
  let [same, changed, added, removed, hidden] = [0, 0, 0, 0, 0];
  for (const pair of pairs) {
    const kind = kindOf(pair, columns, [left, right], changes);
    if (kind === "same") same++;
    else if (kind === "changed") changed++;
    else if (kind === "added") added++;
    else removed++;
    if (kind === "same") continue;
    if (rows.length < LISTED)
      rows.push({ kind, ...pair, cells: columns.map((column) => cellOf(column, pair, [left, right])) });
    else hidden++;
  }
  return {
    columns: columns.map(({ name, side }, i) => ({ name, side, changes: changes[i] ?? 0 })),
    key: matchedBy,
    ...{ rows, hidden, same, changed, added, removed },
    isCut: left.isCut || right.isCut,
  };
}

interface PlacedColumn extends Pick<DiffColumn, "name" | "side"> {
  /** Places in both tables; -1 where one has none. */
  readonly places: readonly [left: number, right: number];
}

/** Columns by name; of several alike the first with the first. */
function columnsOf(left: DataTable, right: DataTable): readonly PlacedColumn[] {
  const waiting = new Map<string, number[]>();
  for (const [place, name] of right.columns.entries()) waiting.set(name, [...(waiting.get(name) ?? []), place]);
  const own = left.columns.map((name, place): PlacedColumn => {
    const other = waiting.get(name)?.shift() ?? -1;
    return { name, side: other < 0 ? "left" : "both", places: [place, other] };
  });
  const rest = [...waiting.values()].flat().sort((a, b) => a - b);
  return [
    ...own,
    ...rest.map((place): PlacedColumn => ({ name: right.columns[place] ?? "", side: "right", places: [-1, place] })),
  ];
}

type Both = readonly [left: DataTable, right: DataTable];

/** Whether a row changed, counting by column; columns that one table lacks change no row. */
function kindOf(
  pair: RowPair,
  columns: readonly PlacedColumn[],
  tables: Both,
  changes: number[],
): DiffRow["kind"] | "same" {
  if (pair.left === null) return "added";
  if (pair.right === null) return "removed";
  let isSame = true;
  for (const [i, column] of columns.entries()) {
    if (column.side !== "both" || isEqual(rawCell(column, pair, tables, 0), rawCell(column, pair, tables, 1))) continue;
    isSame = false;
    changes[i] = (changes[i] ?? 0) + 1;
  }
  return isSame ? "same" : "changed";
}

function cellOf(column: PlacedColumn, pair: RowPair, tables: Both): DiffCell {
  const [left, right] = [rawCell(column, pair, tables, 0), rawCell(column, pair, tables, 1)];
  const isMatched = pair.left !== null && pair.right !== null;
  const differs = isMatched && column.side === "both" && !isEqual(left, right);
  return { left: shortened(left), right: shortened(right), differs };
}

function rawCell({ places }: PlacedColumn, { left, right }: RowPair, tables: Both, side: 0 | 1): string | null {
  const row = side === 0 ? left : right;
  return row === null ? null : (tables[side].rows[row]?.[places[side]] ?? null);
}

function isEqual(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const number = numberOf(a);
  return number !== null && number === numberOf(b);
}

function shortened(text: string | null): string | null {
  return text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
