import { byNaturalParts, naturalParts } from "../model/naturalOrder.ts";
import { byText } from "../model/text.ts";
import type { RunOrder } from "../model/views.ts";
import { lastValues } from "./metricColumn.ts";
import type { RunTable } from "./table.ts";

/** What rows are ordered by, one entry a row; equal infinities are equal. */
export interface OrderKey {
  readonly values: Float64Array;
  /** 0 for a value, 1 for NaN, 2 for none: those come last in both directions, as in MLflow. */
  readonly ranks: Uint8Array;
  readonly descending: boolean;
}

/** The rows in order; ties by start, newest first, then by id. */
export function orderRows(table: RunTable, rows: Int32Array, order: RunOrder): Int32Array {
  const places = orderPlaces(table, rows, [keyOf(table, rows, order)]);
  return Int32Array.from(places, (place) => rows[place] ?? 0);
}

/** Places among the rows, in order: by the keys in turn, then by start, newest first, then by id. */
export function orderPlaces(table: RunTable, rows: Int32Array, keys: readonly OrderKey[]): Uint32Array {
  const { start, id } = table.rows;
  const starts = Float64Array.from(rows, (row) => start.at(row));
  const newest = { values: starts, ranks: ranksOf(starts, 2), descending: true };
  const byKeys = inTurn([...keys, newest]);
  const byId = (a: number, b: number): number =>
    byText(table.strings.text(id.at(rows[a] ?? 0)), table.strings.text(id.at(rows[b] ?? 0)));
  return Uint32Array.from(rows, (_, i) => i).sort((a, b) => byKeys(a, b) || byId(a, b));
}

/** Compares two places by the keys in turn. */
export function inTurn(keys: readonly OrderKey[]): (a: number, b: number) => number {
  const compare = keys.map(comparison);
  return (a, b) => {
    for (const byKey of compare) {
      const order = byKey(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function comparison({ values, ranks, descending }: OrderKey): (a: number, b: number) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const rank = (ranks[a] ?? 0) - (ranks[b] ?? 0);
    if (rank !== 0 || ranks[a] !== 0) return rank;
    const left = values[a] ?? 0;
    const right = values[b] ?? 0;
    // Not the difference, which of two infinities is NaN.
    if (left === right) return 0;
    return left < right ? -sign : sign;
  };
}

/** Ranks of values among which NaN has this rank. */
export function ranksOf(values: Float64Array, nan: 1 | 2): Uint8Array {
  return Uint8Array.from(values, (value) => (Number.isNaN(value) ? nan : 0));
}

function keyOf(table: RunTable, rows: Int32Array, { by, descending }: RunOrder): OrderKey {
  if (by === "name") {
    const codes = rows.map((row) => table.rows.name.at(row));
    return { ...naturalPlaces(codes, (code) => table.strings.text(code)), descending };
  }
  if (by === "start") {
    const values = Float64Array.from(rows, (row) => table.rows.start.at(row));
    return { values, ranks: ranksOf(values, 2), descending };
  }
  const { values, missing } = lastValues(table, rows, by.metric);
  return { values, ranks: numberRanks(values, missing), descending };
}

export function numberRanks(values: Float64Array, missing: Uint8Array): Uint8Array {
  return missing.map((isMissing, i) => (isMissing ? 2 : Number.isNaN(values[i]) ? 1 : 0));
}

/** Texts by their place among each other, numbers inside them as numbers: `run-2` before `run-10`. */
export function naturalPlaces(codes: Int32Array, text: (code: number) => string): Omit<OrderKey, "descending"> {
  const unique = [...new Set(codes)]
    .filter((code) => code >= 0)
    .map((code) => ({ code, text: text(code), parts: naturalParts(text(code)) }));
  unique.sort((a, b) => byNaturalParts(a.parts, b.parts) || byText(a.text, b.text));
  const places = new Map<number, number>();
  let place = -1;
  for (const [i, { code, text }] of unique.entries()) {
    // Two codes may have one text: two experiments of one name.
    if (text !== unique[i - 1]?.text) place++;
    places.set(code, place);
  }
  return {
    values: Float64Array.from(codes, (code) => places.get(code) ?? 0),
    ranks: Uint8Array.from(codes, (code) => (code < 0 ? 2 : 0)),
  };
}
