/** A key and its text, as MLflow's params and tags are. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/** The value of the first entry with this key. */
export function textOf(entries: readonly KeyValue[], key: string): string | null {
  for (const entry of entries) if (entry.key === key) return entry.value;
  return null;
}

/** Orders text by UTF-16 unit, the same on every machine (no locale). */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Orders text by code point, as Python and SQLite do: characters beyond U+FFFF come last. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return aboveSurrogates(left) - aboveSurrogates(right);
  }
  return a.length - b.length;
}

/** Moves surrogates, which stand for the characters beyond U+FFFF, behind all other units. */
function aboveSurrogates(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Sorts by key, in place; most lists come sorted already, and then nothing is called. */
export function sortByKey<T extends { readonly key: string }>(entries: T[]): T[] {
  for (let i = 1; i < entries.length; i++) {
    if ((entries[i - 1]?.key ?? "") > (entries[i]?.key ?? "")) return entries.sort((a, b) => byText(a.key, b.key));
  }
  return entries;
}
