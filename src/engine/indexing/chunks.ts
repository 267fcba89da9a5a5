import type { Chunk } from "./tasks.ts";

/** Runs of a chunk: few enough that the first show soon, enough that handing over costs little. */
const CHUNK = 100;

/** Cuts work into chunks, the experiments that are shown first. */
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
