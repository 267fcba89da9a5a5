import type { CellStats } from "../../model/runsTable.ts";

/** Statistics of the numbers at these places; NaN is left out. */
export function statsAt(values: Float64Array, places: ArrayLike<number>): CellStats {
  const numbers: number[] = [];
  for (let i = 0; i < places.length; i++) {
    const value = values[places[i] ?? 0] ?? Number.NaN;
    if (!Number.isNaN(value)) numbers.push(value);
  }
  return statsOf(numbers);
}

/**
 * Of numbers without NaN. The deviation is made in two passes with the correction of Chan, Golub and LeVeque ("Algorithms
 * for computing the sample variance", 1983). A mean or deviation that is not a number (of infinities) is null.
 */
export function statsOf(numbers: readonly number[]): CellStats {
  const count = numbers.length;
  if (count === 0) return { count, mean: null, std: null, min: null, max: null };
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    min = Math.min(min, number);
    max = Math.max(max, number);
  }
  const scale = scaleOf(Math.max(Math.abs(min), Math.abs(max)));
  const { mean, std } = moments(numbers, scale);
  return { count, mean: orNull(mean / scale), std: count < 2 ? null : orNull(std / scale), min, max };
}

/** Squares of the greatest and the least doubles would overflow or vanish: a power of two keeps such numbers in range. */
function scaleOf(size: number): number {
  if (size === 0 || !Number.isFinite(size) || (size > 1e-150 && size < 1e150)) return 1;
  return 2 ** -Math.max(-1000, Math.ceil(Math.log2(size)));
}

function moments(numbers: readonly number[], scale: number): { mean: number; std: number } {
  let sum = 0;
  for (const number of numbers) sum += number * scale;
  const mean = sum / numbers.length;
  let squares = 0;
  let rest = 0;
  for (const number of numbers) {
    const off = number * scale - mean;
    squares += off * off;
    rest += off;
  }
  const variance = (squares - (rest * rest) / numbers.length) / (numbers.length - 1);
  return { mean, std: Math.sqrt(Math.max(0, variance)) };
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
