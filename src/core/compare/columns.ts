import { sortedByNature } from "../model/naturalOrder.ts";

interface Keyed {
  readonly key: string;
}

/** A key and what each list has of it. */
export interface KeyColumn<V> {
  readonly key: string;
  /** One a list; null where it has none. */
  readonly values: readonly (V | null)[];
}

/** Every key of the lists once, in natural order, with its value in each list: the first where a list has it twice. */
export function keyColumns<T extends Keyed, V>(
  lists: readonly (readonly T[])[],
  read: (entry: T) => V,
): readonly KeyColumn<V>[] {
  const columns = new Map<string, (V | null)[]>();
  for (const [column, list] of lists.entries()) {
    for (const entry of list) {
      let values = columns.get(entry.key);
      if (values === undefined) {
        values = new Array<V | null>(lists.length).fill(null);
        columns.set(entry.key, values);
      }
      values[column] ??= read(entry);
    }
  }
  return sortedByNature([...columns.keys()]).map((key) => ({ key, values: columns.get(key) ?? [] }));
}

/** Whether not all are the same: numbers by value (NaN is NaN, 0 is -0), text as it is, missing as a value of its own. */
export function differs(values: readonly (string | number | null)[]): boolean {
  const [first] = values;
  return values.some((value) => value !== first && !Object.is(value, first));
}
