import { byCodePoint } from "../model/text.ts";

/** What something is ordered by; null for nothing. */
export type OrderValue = string | number | null;

/** Compares by one key: values, then NaN, then what is missing, in both directions. */
export function compareValues(a: OrderValue, b: OrderValue, descending: boolean): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0 || a === null || b === null || Number.isNaN(a)) return rank;
  const order = typeof a === "number" && typeof b === "number" ? byNumber(a, b) : byCodePoint(String(a), String(b));
  return descending ? -order : order;
}

/** Sorts by some keys in turn, then as `tie` says. Answers a new array. */
export function sortBy<T>(
  items: readonly T[],
  keys: readonly { readonly value: (item: T) => OrderValue; readonly descending: boolean }[],
  tie: (a: T, b: T) => number,
): T[] {
  const rows = items.map((item) => ({ item, values: keys.map((key) => key.value(item)) }));
  rows.sort((a, b) => {
    for (const [i, { descending }] of keys.entries()) {
      const order = compareValues(a.values[i] ?? null, b.values[i] ?? null, descending);
      if (order !== 0) return order;
    }
    return tie(a.item, b.item);
  });
  return rows.map(({ item }) => item);
}

function rankOf(value: OrderValue): number {
  if (value === null) return 2;
  return Number.isNaN(value) ? 1 : 0;
}

/** Not the difference, which of two infinities is NaN. */
export function byNumber(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
