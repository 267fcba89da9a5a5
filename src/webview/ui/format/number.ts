/** Every digit: what reads back as the same number. */
export function exactNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Whole numbers with separators, for counts. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}
