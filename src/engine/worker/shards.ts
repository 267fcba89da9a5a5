import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { StoreRef } from "../../core/model/store.ts";
import {
  type Chunk,
  type ChunkReader,
  chunkReader,
  decodeChunk,
  type EncodedChunk,
  encodeChunk,
  type StampedChunk,
} from "../indexing/tasks.ts";
import type { PartRequest, VerifiedPart } from "../verify/part/part.ts";
import { Caller, type Methods } from "./rpc.ts";

/** More threads than this wait for the same disk. */
const MOST = 4;

/** Reading makes much that dies at once: with more room it dies before it is ever copied. */
const YOUNG = { maxYoungGenerationSizeMb: 64 };

interface Shard {
  readonly worker: Worker;
  readonly caller: Caller;
}

/** Reader threads, started when first needed and ended when nobody needs them for a while. */
export class Shards {
  readonly #script: string;
  #shards: Shard[] = [];
  #users = 0;
  #ended: Promise<unknown> = Promise.resolve();

  /** `script`: the bundle of `shard.ts`. */
  constructor(script: string) {
    this.#script = script;
  }

  /** Threads besides the one that asks, which reads too: a thread more than cores only warms up the same code again. */
  readonly count = Math.max(1, Math.min(MOST, availableParallelism()) - 1);

  /** Lets the work use the threads; they end when the last user is done. */
  async use<T>(store: StoreRef, work: (reader: ChunkReader, count: number) => Promise<T>): Promise<T> {
    this.#users++;
    try {
      return await work(this.#readerOf(store), this.count);
    } finally {
      // Nobody waits for their end.
      if (--this.#users === 0) this.#end();
    }
  }

  async close(): Promise<void> {
    this.#end();
    await this.#ended;
  }

  #end(): void {
    const ending = this.#shards.map(({ worker }) => worker.terminate());
    this.#shards = [];
    this.#ended = Promise.all([this.#ended, ...ending]);
  }

  #readerOf(store: StoreRef): ChunkReader {
    const call = (method: string, chunk: Chunk, ...rest: readonly unknown[]): Promise<unknown> =>
      this.#idlest().caller.call(method, [store, chunk, ...rest]);
    return {
      // Each thread settles that for itself.
      isSlow: () => false,
      read: async (chunk) => decodeChunk((await call("read", chunk)) as EncodedChunk),
      stamp: async (chunk) => (await call("stamp", chunk)) as StampedChunk,
      verify: async (chunk, request) => (await call("verify", chunk, request)) as VerifiedPart,
    };
  }

  #idlest(): Shard {
    while (this.#shards.length < this.count) this.#shards.push(this.#start());
    return this.#shards.reduce((best, next) => (next.caller.pending < best.caller.pending ? next : best));
  }

  #start(): Shard {
    const worker = new Worker(this.#script, { resourceLimits: YOUNG });
    worker.unref();
    const caller = new Caller(worker);
    const shard = { worker, caller };
    const gone = (reason: string): void => {
      this.#shards = this.#shards.filter((other) => other !== shard);
      caller.abandon(reason);
    };
    worker.on("error", (error) => gone(`a reader thread failed: ${error.message}`));
    worker.on("exit", () => gone("a reader thread ended"));
    return shard;
  }
}

/** The methods of a shard. */
export function shardMethods(): Methods {
  const readers = new Map<string, ChunkReader>();
  const readerOf = (store: StoreRef): ChunkReader => {
    const known = readers.get(store.key) ?? chunkReader(store);
    readers.set(store.key, known);
    return known;
  };
  return {
    read: async (store: StoreRef, chunk: Chunk) => encodeChunk(await readerOf(store).read(chunk)),
    stamp: (store: StoreRef, chunk: Chunk) => readerOf(store).stamp(chunk),
    verify: (store: StoreRef, chunk: Chunk, request: PartRequest) => readerOf(store).verify(chunk, request),
  };
}
