import type { KeyKind } from "../../model/runsTable.ts";
import type { RunTable } from "../table.ts";

interface Place {
  readonly ends: "paramsEnd" | "tagsEnd" | "metricsEnd";
  readonly keys: "paramKey" | "tagKey" | "metricKey";
}

/** Where the table holds the cells of a kind of key. */
const PLACES: Readonly<Record<KeyKind, Place>> = {
  metric: { ends: "metricsEnd", keys: "metricKey" },
  param: { ends: "paramsEnd", keys: "paramKey" },
  tag: { ends: "tagsEnd", keys: "tagKey" },
};

/** The cell of one key in each of these rows; -1 where a run has none. */
export function keyCells(table: RunTable, rows: ArrayLike<number>, kind: KeyKind, key: string): Int32Array {
  const found = new Int32Array(rows.length).fill(-1);
  const code = table.strings.find(key);
  if (code < 0) return found;
  const ends = table.rows[PLACES[kind].ends].data;
  const keys = table.cells[PLACES[kind].keys].data;
  // Runs of one experiment mostly have the same keys: the place in the run before is tried first.
  let place = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const from = row === 0 ? 0 : (ends[row - 1] ?? 0);
    const to = ends[row] ?? 0;
    let cell = from + place;
    if (cell >= to || keys[cell] !== code) cell = scan(keys, from, to, code);
    if (cell < 0) continue;
    place = cell - from;
    found[i] = cell;
  }
  return found;
}

function scan(keys: Int32Array, from: number, to: number, code: number): number {
  for (let cell = from; cell < to; cell++) if (keys[cell] === code) return cell;
  return -1;
}

/** The cells of every key of a kind over some rows. */
export interface CellsByKey {
  /** Codes of the keys, in no order. */
  readonly keys: readonly number[];
  /** The cells of `keys[k]` are those of `cells` from `starts[k]` up to `starts[k + 1]`. */
  readonly starts: Int32Array;
  readonly cells: Int32Array;
}

export function cellsByKey(table: RunTable, rows: ArrayLike<number>, kind: KeyKind): CellsByKey {
  const keyOf = table.cells[PLACES[kind].keys].data;
  const counts = new Int32Array(table.strings.size);
  const keys: number[] = [];
  eachCell(table, rows, kind, (cell) => {
    const key = keyOf[cell] ?? 0;
    if (counts[key] === 0) keys.push(key);
    counts[key] = (counts[key] ?? 0) + 1;
  });
  const starts = new Int32Array(keys.length + 1);
  for (const [k, key] of keys.entries()) {
    starts[k + 1] = (starts[k] ?? 0) + (counts[key] ?? 0);
    // From here on, where the next cell of the key goes.
    counts[key] = starts[k] ?? 0;
  }
  const cells = new Int32Array(starts[keys.length] ?? 0);
  eachCell(table, rows, kind, (cell) => {
    const key = keyOf[cell] ?? 0;
    const next = counts[key] ?? 0;
    cells[next] = cell;
    counts[key] = next + 1;
  });
  return { keys, starts, cells };
}

function eachCell(table: RunTable, rows: ArrayLike<number>, kind: KeyKind, visit: (cell: number) => void): void {
  const ends = table.rows[PLACES[kind].ends].data;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const to = ends[row] ?? 0;
    for (let cell = row === 0 ? 0 : (ends[row - 1] ?? 0); cell < to; cell++) visit(cell);
  }
}
