import { byNature } from "../model/naturalOrder.ts";

interface Keyed {
  readonly key: string;
}

/** Every key of the lists once, in natural order. */
export function allKeys(lists: readonly (readonly Keyed[])[]): readonly string[] {
  const keys = new Set<string>();
  for (const list of lists) for (const { key } of list) keys.add(key);
  return [...keys].sort(byNature);
}

/** The entry of this key in each list, which is sorted by key by code point; null where a list has none. */
export function columnOf<T extends Keyed>(lists: readonly (readonly T[])[], key: string): readonly (T | null)[] {
  return lists.map((list) => find(list, key));
}

function find<T extends Keyed>(sorted: readonly T[], key: string): T | null {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = sorted[middle];
    if (entry !== undefined && entry.key < key) low = middle + 1;
    else high = middle;
  }
  const entry = sorted[low];
  return entry?.key === key ? entry : null;
}

/** Whether not all are the same: numbers by value (NaN is NaN, 0 is -0), text as it is, missing as a value of its own. */
export function differs(values: readonly (string | number | null)[]): boolean {
  const [first] = values;
  return values.some((value) => value !== first && !Object.is(value, first));
}
