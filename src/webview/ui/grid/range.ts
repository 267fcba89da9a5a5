/** Indices `[first, end)`. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** Rows of one height that meet `[top, bottom)`, and as many more at either end. */
export function rowsBetween(
  top: number,
  bottom: number,
  rows: { readonly height: number; readonly count: number; readonly more: number },
): Range {
  const first = Math.max(0, Math.floor(top / rows.height) - rows.more);
  const end = Math.min(rows.count, Math.ceil(bottom / rows.height) + rows.more);
  return { first: Math.min(first, rows.count), end: Math.max(end, Math.min(first, rows.count)) };
}

export function sameRange(a: Range, b: Range): boolean {
  return a.first === b.first && a.end === b.end;
}
