import type { MetricHistory } from "../model/metric.ts";
import type { RunRef } from "../model/run.ts";
import type { Series, SeriesView } from "../model/views.ts";
import { keptIndices } from "./downsample.ts";
import { placePoints, within } from "./placePoints.ts";
import { smooth } from "./smooth.ts";

/** The metrics that must be read for a view of one. */
export function keysOf(key: string, { axis }: SeriesView): readonly string[] {
  return typeof axis === "object" ? [key, axis.metric] : [key];
}

/** A metric as a chart draws it: of the points in the view at most so many. `histories` are those of `keysOf`. */
export function seriesOf(
  ref: RunRef,
  key: string,
  histories: readonly MetricHistory[],
  { view, maxPoints }: { readonly view: SeriesView; readonly maxPoints: number },
): Series | null {
  const history = histories.find((known) => known.key === key);
  if (!history) return null;
  const { axis, range, smoothing } = view;
  const other = typeof axis === "object" ? histories.find((known) => known.key === axis.metric) : undefined;
  const { points, unplaced } = placePoints(history, axis, other ?? null);
  const smoothed = smoothing > 0 ? smooth(points.values, smoothing) : null;
  const [from, to] = range === null ? [0, points.x.length] : within(points.x, range);
  const kept = to - from > maxPoints ? keptIndices(points.values.subarray(from, to), maxPoints) : null;
  const pick = (column: Float64Array): Float64Array =>
    kept === null ? column.slice(from, to) : Float64Array.from(kept, (index) => column[from + index] ?? Number.NaN);
  return {
    ref,
    key,
    x: pick(points.x),
    steps: pick(points.steps),
    values: pick(points.values),
    timestamps: pick(points.timestamps),
    smoothed: smoothed === null ? null : pick(smoothed),
    points: to - from,
    unplaced,
  };
}
