import { statsOf } from "../index/columns/stats.ts";
import type { CellStats } from "../model/runsTable.ts";

/** Some numbers in short, as a box shows them. NaN and the infinities are left out. */
export interface BoxStats extends CellStats {
  /** Quartiles and middle, by `quantile`; null of none. */
  readonly quartiles: readonly [first: number, median: number, third: number] | null;
  /** The furthest values within 1.5 times the distance of the quartiles from them (Tukey); null of none. */
  readonly whiskers: readonly [low: number, high: number] | null;
  /** Those beyond, ascending. */
  readonly outliers: readonly number[];
}

/** How far from the quartiles a value is still no outlier, in distances between them. */
const REACH = 1.5;

export function boxOf(values: Iterable<number>): BoxStats {
  const ascending = Float64Array.from(values).filter(Number.isFinite).sort();
  const stats = statsOf(Array.from(ascending));
  if (ascending.length === 0) return { ...stats, quartiles: null, whiskers: null, outliers: [] };
  const [first, middle, third] = [quantile(ascending, 0.25), quantile(ascending, 0.5), quantile(ascending, 0.75)];
  const reach = REACH * (third - first);
  const within = ascending.filter((value) => value >= first - reach && value <= third + reach);
  const whiskers = [within[0] ?? first, within.at(-1) ?? third] as const;
  const outliers = Array.from(ascending.filter((value) => value < whiskers[0] || value > whiskers[1]));
  return { ...stats, quartiles: [first, middle, third], whiskers, outliers };
}

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
