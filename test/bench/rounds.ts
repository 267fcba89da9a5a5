/** What a measure is compared with, and how. */
export interface Pair {
  readonly contender: () => Promise<number>;
  readonly floor: () => Promise<number>;
}

export interface Compared {
  /** Medians over the rounds; times in milliseconds. */
  readonly ratio: number;
  readonly contender: number;
  readonly floor: number;
}

/**
 * Runs floor and contender by turns (A B A B …) in this process, after a round that does not count, and takes the median
 * of the rounds' ratios: whatever else the machine does then weighs on both alike. Each returns its own milliseconds.
 */
export async function byTurns(rounds: number, { contender, floor }: Pair): Promise<Compared> {
  await floor();
  await contender();
  const floors: number[] = [];
  const contenders: number[] = [];
  for (let round = 0; round < rounds; round++) {
    floors.push(await floor());
    contenders.push(await contender());
  }
  const ratios = contenders.map((time, i) => time / (floors[i] ?? time));
  return { ratio: median(ratios), contender: median(contenders), floor: median(floors) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Starting a thread and its program, which no small store can hide. */
const START_MS = 50;

/** What opening something small may take: one and a half times the bare reading of its files, and 50 ms. */
export async function allowance(work: () => unknown): Promise<number> {
  return 1.5 * (await timed(work)) + START_MS;
}
