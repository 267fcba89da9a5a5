/** Columns of one width: which are drawn, and how wide is what stands for the others. */
export interface ColumnWindow {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** Up to this many columns are simply there. */
const VIRTUAL_FROM = 24;
const OVERSCAN = 3;

/** The columns of `count` that meet `[left, left + view)`, in pixels from the first. */
export function columnWindow(count: number, width: number, left: number, view: number): ColumnWindow {
  if (count <= VIRTUAL_FROM) return { first: 0, end: count, before: 0, after: 0 };
  const first = clamp(Math.floor(left / width) - OVERSCAN, 0, count);
  const end = clamp(Math.ceil((left + view) / width) + OVERSCAN, first, count);
  return { first, end, before: first * width, after: (count - end) * width };
}

/** The width at which columns share the space there is, within bounds. */
export function columnWidth(count: number, space: number, least: number, most: number): number {
  return clamp(Math.floor(space / Math.max(count, 1)), least, most);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
