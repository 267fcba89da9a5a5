import type { Range } from "./range.ts";

/** Where columns stand, in CSS pixels from the left of the contents. */
export interface ColumnLayout {
  /** One more than there are columns: the last is the width of all. */
  readonly lefts: readonly number[];
  /** So many of the first stay in sight. */
  readonly pinned: number;
}

/** Of a window's width, so much may be taken by columns that stay in sight. */
const PINNED_SHARE = 0.6;

/** Columns that want to stay in sight come first; where they would leave too little room only the first of them do. */
export function layoutColumns(
  columns: readonly { readonly width: number; readonly pinned: boolean }[],
  viewport: number,
): ColumnLayout {
  const lefts = [0];
  for (const { width } of columns) lefts.push((lefts.at(-1) ?? 0) + width);
  let pinned = 0;
  while (columns[pinned]?.pinned && (pinned === 0 || (lefts[pinned + 1] ?? 0) <= viewport * PINNED_SHARE)) pinned++;
  return { lefts, pinned };
}

export function leftOf({ lefts }: ColumnLayout, column: number): number {
  return lefts[column] ?? 0;
}

export function widthOf({ lefts }: ColumnLayout, column: number): number {
  return (lefts[column + 1] ?? 0) - (lefts[column] ?? 0);
}

export function widthOfAll({ lefts }: ColumnLayout): number {
  return lefts.at(-1) ?? 0;
}

/** The columns beside the pinned ones that meet a viewport scrolled to `left`, and one more at either end. */
export function columnsBetween(layout: ColumnLayout, left: number, viewport: number): Range {
  const { lefts, pinned } = layout;
  const count = lefts.length - 1;
  const first = Math.max(pinned, lastUpTo(lefts, left + leftOf(layout, pinned)) - 1);
  const end = Math.min(count, lastUpTo(lefts, left + viewport) + 2);
  return { first: Math.min(first, count), end: Math.max(end, Math.min(first, count)) };
}

/** Index of the last that is at most `limit`; 0 where none is. */
function lastUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
