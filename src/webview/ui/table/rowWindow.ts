/** Which rows are drawn, and what stands for the others. */
export interface VirtualRows {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  /** Height of what is left out above and below, in pixels. */
  readonly before: number;
  readonly after: number;
}

/** The rows that meet `[top, bottom)` where rows of these heights are stacked. */
export function rowWindow(heights: readonly number[], top: number, bottom: number): VirtualRows {
  let first = 0;
  let before = 0;
  while (first < heights.length && before + (heights[first] ?? 0) <= top) before += heights[first++] ?? 0;
  let end = first;
  let reached = before;
  while (end < heights.length && reached < bottom) reached += heights[end++] ?? 0;
  let after = 0;
  for (let index = end; index < heights.length; index++) after += heights[index] ?? 0;
  return { first, end, before, after };
}
