/** The middle of some finite numbers, the mean of the two middle ones where their count is even; NaN of none. */
export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/**
 * A quantile of ascending finite numbers by linear interpolation between the order statistics around `(n - 1) p`: type 7
 * of Hyndman and Fan (1996), the default of numpy and pandas. NaN of none.
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  const { length } = ascending;
  if (length === 0) return Number.NaN;
  const place = (length - 1) * p;
  const low = Math.floor(place);
  const [a, b] = [ascending[low] ?? Number.NaN, ascending[Math.min(low + 1, length - 1)] ?? Number.NaN];
  const share = place - low;
  // Halves first: the difference of the greatest doubles is no double.
  return a === b ? a : a * (1 - share) + b * share;
}
