import { milliseconds } from "../model/live.ts";
import type { MetricHistory } from "../model/metric.ts";
import type { SeriesAxis, SeriesView } from "../model/views.ts";
import type { Points } from "./downsample.ts";

/** All points over their steps. */
export const WHOLE: SeriesView = { axis: "step", range: null, smoothing: 0 };

/** Points along an axis, ascending by `x`; of equal `x` by time, then as logged. Equal lengths. */
export interface PlacedPoints extends Points {
  readonly x: Float64Array;
}

export interface Placement {
  readonly points: PlacedPoints;
  /** Points that have no place on the axis. */
  readonly unplaced: number;
}

/** Lays a metric over an axis; `other` is the history of the metric that is the axis, where one is. */
export function placePoints(history: MetricHistory, axis: SeriesAxis, other: MetricHistory | null): Placement {
  const x = placesOf(history, axis, other);
  const order = inOrder(x, history.timestamps);
  const pick = (from: Float64Array): Float64Array =>
    order === null ? from : Float64Array.from(order, (index) => from[index] ?? Number.NaN);
  const { steps, values, timestamps } = history;
  return {
    points: { x: pick(x), steps: pick(steps), values: pick(values), timestamps: pick(timestamps) },
    unplaced: order === null ? 0 : x.length - order.length,
  };
}

/** Where each point lies; what is not finite is nowhere. */
function placesOf({ steps, timestamps }: MetricHistory, axis: SeriesAxis, other: MetricHistory | null): Float64Array {
  if (axis === "step") return steps;
  if (typeof axis === "object") return valuesAt(steps, other);
  const times = timestamps.map(milliseconds);
  if (axis === "wall") return times;
  const start = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  return times.map((time) => time - start);
}

/** The value logged last for each of the steps. */
function valuesAt(steps: Float64Array, other: MetricHistory | null): Float64Array {
  const latest = new Map<number, number>();
  for (const [index, step] of other?.steps.entries() ?? []) {
    const known = latest.get(step);
    if (known === undefined || (other?.timestamps[index] ?? 0) >= (other?.timestamps[known] ?? 0)) {
      latest.set(step, index);
    }
  }
  return steps.map((step) => other?.values[latest.get(step) ?? -1] ?? Number.NaN);
}

/** Indices of the points that have a place, in order; null where all have one and stand in order already. */
function inOrder(x: Float64Array, times: Float64Array): Uint32Array | null {
  const comes = (a: number, b: number): number =>
    (x[a] ?? 0) - (x[b] ?? 0) || (times[a] ?? 0) - (times[b] ?? 0) || a - b;
  const isSorted = x.every((place, i) => Number.isFinite(place) && (i === 0 || comes(i - 1, i) < 0));
  if (isSorted) return null;
  const placed = Uint32Array.from(x.keys()).filter((index) => Number.isFinite(x[index]));
  return placed.sort(comes);
}

/** The indices `[from, to)` of the points within a range, and one more on either side where there is one. */
export function within(
  x: Float64Array,
  range: readonly [from: number, to: number],
): readonly [from: number, to: number] {
  const from = firstAt(x, (place) => place >= range[0]);
  const to = firstAt(x, (place) => place > range[1]);
  return [Math.max(0, from - 1), Math.min(x.length, Math.max(from, to) + 1)];
}

/** The first index whose place holds, in places of which first none does and then all do; the length where none does. */
function firstAt(x: Float64Array, holds: (place: number) => boolean): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(x[middle] ?? Number.NaN)) high = middle;
    else low = middle + 1;
  }
  return low;
}
