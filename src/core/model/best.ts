import type { Goal } from "./goal.ts";

/** Values of one metric, one a run; null or NaN where a run has none. */
export type MetricValues = ArrayLike<number | null>;

/**
 * The best of some values: the least or greatest finite one. NaN and the infinities are never best: a loss of -Infinity
 * or a score of Infinity is a calculation gone wrong. Null where the goal is unknown or nothing is finite.
 */
export function bestValue(values: MetricValues, goal: Goal): number | null {
  if (goal === "unknown") return null;
  let best: number | null = null;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isComparable(value) && (best === null || isBetter(value, best, goal))) best = value;
  }
  return best;
}

/**
 * Which values to mark as best: every one that equals the best. None where the goal is unknown or where fewer than two
 * different finite values stand beside each other, since then there is nothing to be best of.
 */
export function bestIndices(values: MetricValues, goal: Goal): readonly number[] {
  const best = bestValue(values, goal);
  if (best === null) return [];
  const indices: number[] = [];
  let beaten = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === best) indices.push(i);
    else if (isComparable(value)) beaten = true;
  }
  return beaten ? indices : [];
}

/** Whether a value is strictly better than another; anything finite is better than what is not, for a known goal. */
export function isBetter(value: number, than: number, goal: Goal): boolean {
  if (goal === "unknown" || !isComparable(value)) return false;
  if (!isComparable(than)) return true;
  return goal === "min" ? value < than : value > than;
}

function isComparable(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
