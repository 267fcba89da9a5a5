import { bucketPoints } from "./bucket.ts";

/** Points of a series; equal lengths. */
export interface Points {
  readonly steps: Float64Array;
  readonly values: Float64Array;
  readonly timestamps: Float64Array;
}

/** Points a bucket keeps at most: its first, last, least and greatest, and one for a gap. */
export const KEPT = 5;

/**
 * At most `maxPoints` of the points, in their order: buckets of equal count each keep their first and last point, their
 * least and greatest value, and one NaN where they hold any, so that peaks and gaps stay where they are. A series that
 * is short enough is returned as it is. With fewer than 5 allowed, the first and last are what is left.
 */
export function downsample(points: Points, maxPoints: number): Points {
  const { length } = points.values;
  if (length <= maxPoints) return points;
  const kept = keptIndices(points.values, maxPoints);
  const pick = (from: Float64Array): Float64Array => Float64Array.from(kept, (index) => from[index] ?? Number.NaN);
  return { steps: pick(points.steps), values: pick(points.values), timestamps: pick(points.timestamps) };
}

/** Indices in ascending order. */
export function keptIndices(values: Float64Array, maxPoints: number): readonly number[] {
  const { length } = values;
  const buckets = Math.floor(maxPoints / KEPT);
  if (buckets < 1) return ends(length).slice(0, Math.max(0, maxPoints));
  const kept: number[] = [];
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = Math.floor((bucket * length) / buckets);
    const to = Math.floor(((bucket + 1) * length) / buckets);
    kept.push(...bucketPoints(values, from, to));
  }
  return kept;
}

function ends(length: number): readonly number[] {
  return length < 2 ? [0] : [0, length - 1];
}
