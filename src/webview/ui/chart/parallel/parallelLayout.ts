import type { Box } from "../paint/pen.ts";
import type { Parallel } from "./parallel.ts";

/** Where the axes stand, in pixels. */
export interface ParallelLayout {
  readonly top: number;
  readonly bottom: number;
  /** Where runs without a value cross, below the axes. */
  readonly missing: number;
  /** One an axis. */
  readonly x: readonly number[];
}

const SIDE = 56;
const TOP = 10;
const GUTTER = 22;

export function layoutParallel({ axes }: Parallel, area: Box): ParallelLayout {
  const width = area.width - 2 * SIDE;
  const last = Math.max(1, axes.length - 1);
  const start = area.left + SIDE + (axes.length === 1 ? width / 2 : 0);
  return {
    top: area.top + TOP,
    bottom: area.top + area.height - GUTTER - 8,
    missing: area.top + area.height - GUTTER / 2 - 2,
    x: axes.map((_, i) => start + (width * i) / last),
  };
}

/** The pixel of a place on an axis; the gutter's for none. */
export function pixelAt({ top, bottom, missing }: ParallelLayout, place: number): number {
  return Number.isNaN(place) ? missing : bottom - place * (bottom - top);
}

/** The place on an axis of a pixel, within its ends. */
export function placeAt({ top, bottom }: ParallelLayout, pixel: number): number {
  return Math.min(Math.max((bottom - pixel) / (bottom - top), 0), 1);
}

/** Where each run crosses each axis, a list of pixels an axis. */
export function crossings({ axes }: Parallel, layout: ParallelLayout): readonly Float64Array[] {
  return axes.map(({ places }) => places.map((place) => pixelAt(layout, place)));
}

const REACH = 7;

/** Of some runs the one whose line passes nearest, within reach; null where none does. */
export function nearestRun(
  { x }: ParallelLayout,
  crossed: readonly Float64Array[],
  runs: readonly number[],
  at: { readonly x: number; readonly y: number },
): number | null {
  const after = Math.min(
    Math.max(
      x.findIndex((axis) => axis >= at.x),
      1,
    ),
    x.length - 1,
  );
  const [left, right] = [crossed[after - 1], crossed[after]];
  const [from = 0, to = 1] = [x[after - 1], x[after]];
  if (left === undefined || right === undefined || at.x < from - REACH || at.x > to + REACH) return null;
  const share = Math.min(Math.max((at.x - from) / (to - from), 0), 1);
  let found: number | null = null;
  let least = REACH;
  for (const run of runs) {
    const distance = Math.abs((left[run] ?? 0) * (1 - share) + (right[run] ?? 0) * share - at.y);
    if (distance > least) continue;
    least = distance;
    found = run;
  }
  return found;
}
