/**
 * The points of `[from, to)` that show its shape, ascending: the first, the last, the first of the least, the first of
 * the greatest, and the first NaN, where there is one.
 */
export function bucketPoints(values: Float64Array, from: number, to: number): readonly number[] {
  if (to <= from) return [];
  const kept = new Set([from, ...extremes(values, from, to), gap(values, from, to), to - 1]);
  kept.delete(NONE);
  return [...kept].sort((a, b) => a - b);
}

const NONE = -1;

function extremes(values: Float64Array, from: number, to: number): readonly [least: number, greatest: number] {
  let least = NONE;
  let greatest = NONE;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? Number.NaN;
    // The first may equal the bound, for a bucket of nothing but infinities; NaN is never either.
    if (least === NONE ? value <= min : value < min) {
      least = i;
      min = value;
    }
    if (greatest === NONE ? value >= max : value > max) {
      greatest = i;
      max = value;
    }
  }
  return [least, greatest];
}

function gap(values: Float64Array, from: number, to: number): number {
  for (let i = from; i < to; i++) if (Number.isNaN(values[i])) return i;
  return NONE;
}
