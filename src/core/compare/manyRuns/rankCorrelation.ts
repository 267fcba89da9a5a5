/** Spearman's rank correlation, and over how many runs. */
export interface RankCorrelation {
  /** From -1 to 1. */
  readonly rho: number;
  /** Pairs of finite numbers. */
  readonly n: number;
}

/**
 * Spearman's rho: Pearson's correlation of the ranks, where equal values share the mean of their ranks. Only pairs of
 * finite numbers count. Null for fewer than two of them, and where either side is the same in all.
 */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): RankCorrelation | null {
  const [left, right]: [number[], number[]] = [[], []];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? Number.NaN, b[i] ?? Number.NaN];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    left.push(x);
    right.push(y);
  }
  const rho = correlation(ranksOf(left), ranksOf(right));
  return rho === null ? null : { rho, n: left.length };
}

/** Ranks from 1; equal values share the mean of theirs. */
export function ranksOf(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let place = from; place < to; place++) ranks[order[place] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/** Pearson's correlation of ranks; null where either side does not vary. */
function correlation(a: Float64Array, b: Float64Array): number | null {
  // The mean of ranks, shared or not.
  const mean = (a.length + 1) / 2;
  let [both, left, right] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] ?? mean) - mean, (b[i] ?? mean) - mean];
    both += x * y;
    left += x * x;
    right += y * y;
  }
  if (left === 0 || right === 0) return null;
  return Math.max(-1, Math.min(1, both / Math.sqrt(left * right)));
}
