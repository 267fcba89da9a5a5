/**
 * The debiased exponential moving average, as TensorBoard draws it: each value weighs `1 - weight`, and the average is
 * divided by the sum of the weights, so that it does not start at 0. The same as pandas' `ewm(alpha=1 - weight,
 * adjust=True, ignore_na=True).mean()`; where a value is not finite, it stands itself and the average goes on after it.
 */
export function smooth(values: Float64Array, weight: number): Float64Array {
  const smoothed = new Float64Array(values.length);
  let average = 0;
  let missing = 1;
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      smoothed[i] = value;
      continue;
    }
    average = average * weight + value * (1 - weight);
    missing *= weight;
    [least, greatest] = [Math.min(least, value), Math.max(greatest, value)];
    // No mean lies beyond what it is of; rounding would make a constant seem to move.
    smoothed[i] = Math.min(Math.max(average / (1 - missing), least), greatest);
  }
  return smoothed;
}
