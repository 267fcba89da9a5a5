import assert from "node:assert/strict";
import { ChunkQueue } from "../../../../src/engine/indexing/chunks.ts";
import type { Chunk } from "../../../../src/engine/indexing/tasks.ts";

function runs(experiment: string, count: number): Chunk {
  return { experiment, runs: Array.from({ length: count }, (_, i) => `${experiment}-${i}`) };
}

function all(queue: ChunkQueue, most: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (let chunk = queue.next(most); chunk; chunk = queue.next(most)) chunks.push(chunk);
  return chunks;
}

describe("ChunkQueue", () => {
  it("hands out every run once, no chunk of two experiments", () => {
    const work = [runs("a", 250), runs("b", 0), runs("c", 7)];
    const chunks = all(new ChunkQueue(work, new Set()), 100);
    assert.deepEqual(
      chunks.flatMap((chunk) => chunk.runs),
      work.flatMap((chunk) => chunk.runs),
    );
    assert.ok(chunks.every(({ experiment, runs: names }) => names.every((name) => name.startsWith(`${experiment}-`))));
  });

  it("begins with the experiments that are shown", () => {
    const queue = new ChunkQueue([runs("a", 5), runs("b", 5), runs("c", 5)], new Set(["c"]));
    assert.deepEqual(
      all(queue, 10).map(({ experiment }) => experiment),
      ["c", "a", "b"],
    );
  });

  it("hands out less towards the end, so that nobody is left with a large rest", () => {
    const queue = new ChunkQueue([runs("a", 1000)], new Set());
    const sizes = all(queue, 100).map((chunk) => chunk.runs.length);
    assert.equal(sizes[0], 100);
    assert.ok((sizes.at(-1) ?? 100) <= 16);
    assert.equal(queue.left, 0);
    assert.equal(queue.next(100), null);
  });
});
