import type { ComparedList } from "../model/comparedParts.ts";
import type { KeyValue } from "../model/text.ts";
import { differs } from "./columns.ts";

/** Rows that a list has at most. */
const MOST = 2000;

export const EMPTY_LIST: ComparedList = { rows: [], hidden: 0 };

/**
 * Sets lists side by side by key, in the order in which keys come up. Of a key that a list has twice the second is another
 * row. A list that is null has nothing.
 */
export function comparedList(lists: readonly (readonly KeyValue[] | null)[]): ComparedList {
  const rows = new Map<string, { key: string; values: (string | null)[] }>();
  for (const [column, list] of lists.entries()) {
    const seen = new Map<string, number>();
    for (const { key, value } of list ?? []) {
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      const row = rows.get(`${nth} ${key}`) ?? { key, values: new Array<string | null>(lists.length).fill(null) };
      row.values[column] = value;
      rows.set(`${nth} ${key}`, row);
    }
  }
  const all = [...rows.values()].map((row) => ({ ...row, differs: differs(row.values) }));
  if (all.length <= MOST) return { rows: all, hidden: 0 };
  const kept = new Set([...all.filter((row) => row.differs), ...all.filter((row) => !row.differs)].slice(0, MOST));
  return { rows: all.filter((row) => kept.has(row)), hidden: all.length - MOST };
}
