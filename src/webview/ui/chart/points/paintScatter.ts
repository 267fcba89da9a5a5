import { colorOfClass } from "../items/coding.ts";
import type { ChartColors } from "../look/colors.ts";
import type { Layout } from "../paint/layout.ts";
import type { Pen } from "../paint/pen.ts";
import { pixelOf } from "../scale/scale.ts";
import type { Scatter } from "./scatter.ts";

/** Where each run's point lies, in pixels; NaN for those that have none. */
export interface Pixels {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function scatterPixels({ shown }: Scatter, layout: Layout, x: ArrayLike<number>, y: ArrayLike<number>): Pixels {
  const pixels = { x: new Float64Array(x.length).fill(Number.NaN), y: new Float64Array(x.length).fill(Number.NaN) };
  for (const run of shown) {
    pixels.x[run] = pixelOf(layout.x, x[run] ?? 0);
    pixels.y[run] = pixelOf(layout.y, y[run] ?? 0);
  }
  return pixels;
}

/** Points that overlap are seen through one another, the more the more there are. */
function alphaFor(points: number): number {
  return points > 3000 ? 0.35 : points > 300 ? 0.55 : 0.8;
}

/** Draws the points, those of one look at once; the large ones below. */
export function paintScatter(pen: Pen, scatter: Scatter, pixels: Pixels, colors: ChartColors): void {
  const { coding, sizes, shown } = scatter;
  const alpha = alphaFor(shown.length);
  const buckets = new Map<string, number[]>();
  for (const run of shown) {
    const key = `${(99 - (sizes[run] ?? 0)).toFixed(0)} ${coding.of[run] ?? 0}`;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [run]);
    else bucket.push(run);
  }
  for (const key of [...buckets.keys()].sort()) {
    const runs = buckets.get(key) ?? [];
    const code = coding.classes[coding.of[runs[0] ?? 0] ?? 0];
    if (code === undefined) continue;
    const style = {
      ...code.mark,
      size: sizes[runs[0] ?? 0] ?? 8,
      color: colorOfClass(code, colors),
      alpha,
    };
    pen.markers(
      runs.map((run) => pixels.x[run] ?? 0),
      runs.map((run) => pixels.y[run] ?? 0),
      style,
    );
  }
}

const REACH = 14;

/** The run whose point is nearest to a place, within reach. */
export function nearestPoint({ x, y }: Pixels, atX: number, atY: number): number | null {
  let found: number | null = null;
  let least = REACH ** 2;
  for (let run = 0; run < x.length; run++) {
    const distance = ((x[run] ?? Number.NaN) - atX) ** 2 + ((y[run] ?? Number.NaN) - atY) ** 2;
    if (distance > least || Number.isNaN(distance)) continue;
    least = distance;
    found = run;
  }
  return found;
}
