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

/** Orders text by code point, the same on every machine (no locale). */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
