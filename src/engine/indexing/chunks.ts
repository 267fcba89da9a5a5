import type { Chunk } from "./tasks.ts";

/** Runs of a chunk: few enough that the first show soon, enough that handing over costs little. */
const CHUNK = 200;

/** Cuts work into chunks, the experiments that are shown first; the first chunk of each is small. */
export function chunksOf(work: readonly Chunk[], shown: ReadonlySet<string>): Chunk[] {
  const first = work.filter(({ experiment }) => shown.has(experiment));
  const rest = work.filter(({ experiment }) => !shown.has(experiment));
  return [...first, ...rest].flatMap(({ experiment, runs }) => {
    const chunks: Chunk[] = [];
    for (let at = 0; at < runs.length; at += CHUNK) chunks.push({ experiment, runs: runs.slice(at, at + CHUNK) });
    return chunks;
  });
}

export function runCount(work: readonly Chunk[]): number {
  return work.reduce((sum, { runs }) => sum + runs.length, 0);
}

/** Works through a list with so many under way at once, in order of start; stops early when told. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
  isCancelled: () => boolean,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length && !isCancelled()) {
      const item = items[next++];
      if (item !== undefined) await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
}
