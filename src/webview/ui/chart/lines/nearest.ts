import type { Layout } from "../paint/layout.ts";
import { pixelOf, valueAtPixel } from "../scale/scale.ts";
import type { Line } from "./line.ts";

/** The index of the place nearest to `at` in ascending places; -1 where there are none. */
export function nearest(x: Float64Array, at: number): number {
  const after = firstFrom(x, at);
  if (after === x.length) return after - 1;
  const above = x[after] ?? 0;
  const below = x[after - 1] ?? Number.NEGATIVE_INFINITY;
  return at - below < above - at ? after - 1 : after;
}

/** The first index whose place is `at` or beyond; the length where there is none. */
export function firstFrom(x: Float64Array, at: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] ?? 0) >= at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The nearest place of any line; null without any. */
export function nearestPlace(lines: readonly Line[], at: number): number | null {
  let found: number | null = null;
  for (const { x } of lines) {
    const place = x[nearest(x, at)];
    if (place !== undefined && (found === null || Math.abs(place - at) < Math.abs(found - at))) found = place;
  }
  return found;
}

/** The next place of any line beyond `at`, in the direction given; null at the end. */
export function nextPlace(lines: readonly Line[], at: number, forward: boolean): number | null {
  let found: number | null = null;
  for (const { x } of lines) {
    const index = firstFrom(x, at);
    const place = forward ? x[x[index] === at ? index + 1 : index] : x[index - 1];
    if (place !== undefined && (found === null || (forward ? place < found : place > found))) found = place;
  }
  return found;
}

const REACH = 10;

/** The line that passes nearest to a place of the plot, in pixels and within reach; null without one. */
export function lineAt(lines: readonly Line[], { x, y }: Layout, atX: number, atY: number): Line | null {
  let found: Line | null = null;
  let least = REACH;
  for (const line of lines) {
    const distance = Math.abs(pixelOf(y, valueAt(line, valueAtPixel(x, atX))) - atY);
    if (distance > least || Number.isNaN(distance)) continue;
    least = distance;
    found = line;
  }
  return found;
}

/** The value of a line at a place, straight between its points; NaN beyond its ends and in gaps. */
function valueAt({ x, y }: Line, place: number): number {
  const after = firstFrom(x, place);
  const [from, to] = [x[after - 1] ?? Number.NaN, x[after] ?? Number.NaN];
  if (to === place) return y[after] ?? Number.NaN;
  const share = (place - from) / (to - from);
  return (y[after - 1] ?? Number.NaN) * (1 - share) + (y[after] ?? Number.NaN) * share;
}
