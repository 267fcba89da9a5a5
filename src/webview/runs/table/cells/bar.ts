import type { CellStats, ColumnProfile } from "../../../../core/model/runsTable.ts";

/** A strip at the foot of a cell: shares of its width. */
export interface Bar {
  readonly from: number;
  readonly to: number;
}

/** So that the worst of all is still a bar. */
const LEAST = 0.03;

type Scale = Pick<ColumnProfile, "goal" | "range">;

/** The bar of one value on its column's range, the longer the better; the greater where nobody knows what is better. */
export function valueBar(value: number, scale: Scale): Bar | null {
  const at = share(value, scale);
  return at === null ? null : { from: 0, to: Math.max(LEAST, at) };
}

/** The strip from the least to the greatest value of a group, on the same scale. */
export function statsBar({ min, max }: CellStats, scale: Scale): Bar | null {
  const ends = [min, max].map((end) => (end === null ? null : share(end, scale)));
  const [a, b] = ends;
  if (typeof a !== "number" || typeof b !== "number") return null;
  const from = Math.min(a, b, 1 - LEAST);
  return { from, to: Math.max(a, b, from + LEAST) };
}

/** Where a value lies between the worst and the best; null where the range has no length or the value no place in it. */
function share(value: number, { goal, range }: Scale): number | null {
  if (range === null || !Number.isFinite(value)) return null;
  const [min, max] = range;
  // Halved, since the length of the widest range is no double.
  const length = max / 2 - min / 2;
  if (!(length > 0)) return null;
  const at = Math.max(0, Math.min(1, (value / 2 - min / 2) / length));
  return goal === "min" ? 1 - at : at;
}

/** As CSS places a background that does not repeat: an offset in per cent is of the room that is left. */
export function barStyle({ from, to }: Bar): { readonly size: string; readonly x: string } {
  const width = to - from;
  const offset = width >= 1 ? 0 : from / (1 - width);
  return { size: percent(width), x: percent(offset) };
}

function percent(part: number): string {
  return `${Math.round(part * 1000) / 10}%`;
}
