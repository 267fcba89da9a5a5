import { setImmediate as nextTurn } from "node:timers/promises";
import type { StoreRef } from "../../core/model/store.ts";
import type { Shards } from "../worker/shards.ts";
import type { ChunkQueue } from "./chunks.ts";
import type { Chunk, ChunkReader } from "./tasks.ts";

/** Below so many runs, starting threads takes longer than reading. */
export const WORTH_THREADS = 400;
/** Runs a thread is given at once, and chunks under way a thread, so that none waits for the next. */
const SHARD_CHUNK = 100;
const SHARD_LANES = 2;
/** This thread answers between its chunks, so that they take a few milliseconds each: first ones are smaller, unpractised. */
const LOCAL_CHUNK = 16;
const FIRST_CHUNK = 1;
/** Chunks under way here where each call waits. */
const SLOW_LANES = 4;

/** What is done with one chunk by whoever takes it. */
export type ChunkWork = (reader: ChunkReader, chunk: Chunk) => Promise<void>;

/** Spreads work over this thread and, where it is much, reader threads. */
export class Spread {
  readonly #store: StoreRef;
  readonly #local: ChunkReader;
  readonly #shards: Shards | null;
  /** Runs that this thread takes next where calls answer at once. */
  #chunk = FIRST_CHUNK;
  #isClosed = false;

  constructor(store: StoreRef, local: ChunkReader, shards: Shards | null) {
    this.#store = store;
    this.#local = local;
    this.#shards = shards;
  }

  /** What is under way is ended, and nothing more is begun. */
  close(): void {
    this.#isClosed = true;
  }

  async run(queue: ChunkQueue, work: ChunkWork): Promise<void> {
    if (!this.#shards || queue.left < WORTH_THREADS) return this.#here(queue, work);
    await this.#shards.use(this.#store, async (reader, count) => {
      const lanes = Array.from({ length: count * SHARD_LANES }, () => this.#lane(queue, work, reader, SHARD_CHUNK));
      await Promise.all([...lanes, this.#here(queue, work)]);
    });
  }

  /** In this thread: one chunk after the other on a quick disk, several at once on a slow one. */
  async #here(queue: ChunkQueue, work: ChunkWork): Promise<void> {
    while (!this.#local.isSlow()) {
      if (!(await this.#once(queue, work, this.#local, this.#chunk))) return;
      this.#chunk = Math.min(LOCAL_CHUNK, this.#chunk * 2);
    }
    await Promise.all(Array.from({ length: SLOW_LANES }, () => this.#lane(queue, work, this.#local, LOCAL_CHUNK)));
  }

  async #lane(queue: ChunkQueue, work: ChunkWork, reader: ChunkReader, most: number): Promise<void> {
    while (await this.#once(queue, work, reader, most));
  }

  /** Does the next chunk; false where none is left. */
  async #once(queue: ChunkQueue, work: ChunkWork, reader: ChunkReader, most: number): Promise<boolean> {
    const chunk = this.#isClosed ? null : queue.next(most);
    if (!chunk) return false;
    await work(reader, chunk);
    // Whoever asks meanwhile is answered between two chunks.
    await nextTurn();
    return true;
  }
}
