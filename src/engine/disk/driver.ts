import type { Reply, Request, Scan } from "../../core/files/scan.ts";
import { type AsyncCalls, diskCalls, promisedDiskCalls, type SyncCalls } from "./calls.ts";
import { ConcurrentDriver, IN_FLIGHT } from "./concurrentDriver.ts";
import { SyncDriver } from "./syncDriver.ts";

/** Milliseconds a call may take on average before many are sent at once; a local disk answers in a few hundredths. */
const SLOW_CALL_MS = 0.5;
/** So many calls are watched before the strategy is settled; the first few may only have met a cold cache. */
const WATCHED_CALLS = 256;
const FEWEST_CALLS = 8;
/** What an entry of a long listing takes even on a quick disk. */
const ENTRY_MS = 0.001;

export interface DriverCalls {
  readonly sync: SyncCalls;
  readonly promised: AsyncCalls;
}

/**
 * Drives scans by the strategy that the place asks for: synchronous where calls answer at once, many in flight where
 * they wait. The first calls of a store are watched and decide.
 */
export class Driver {
  readonly #sync: SyncDriver;
  readonly #concurrent: ConcurrentDriver;
  #calls = 0;
  #elapsed = 0;
  #slow = false;

  constructor(root: string, calls: DriverCalls = { sync: diskCalls, promised: promisedDiskCalls }) {
    this.#sync = new SyncDriver(root, calls.sync);
    this.#concurrent = new ConcurrentDriver(root, calls.promised);
  }

  /** One scan to its end. */
  async run<T>(scan: Scan<T>): Promise<T> {
    let step = scan.next();
    while (!step.done) {
      step = scan.next(await this.#answer(step.value));
    }
    return step.value;
  }

  /** Many scans, in the order given: one after the other on a quick disk, side by side on a slow one. */
  async *runAll<T>(scans: readonly (() => Scan<T>)[], batch: number): AsyncGenerator<T[]> {
    let next = 0;
    while (next < scans.length && !this.#slow) {
      const results: T[] = [];
      while (next < scans.length && results.length < batch && !this.#slow) {
        const scan = scans[next++];
        if (scan) results.push(await this.#quick(scan()));
      }
      yield results;
    }
    const running: Promise<T>[] = [];
    const start = (): void => {
      const scan = scans[next++];
      if (scan) running.push(this.run(scan()));
    };
    while (next < scans.length && running.length < IN_FLIGHT) start();
    while (running.length > 0) {
      const first = running.shift();
      start();
      if (first) yield [await first];
    }
  }

  /** Without a promise a round, unless the place turns out to be slow meanwhile. */
  #quick<T>(scan: Scan<T>): T | Promise<T> {
    if (this.#calls >= WATCHED_CALLS) return this.#sync.run(scan);
    return this.run(scan);
  }

  async #answer(requests: readonly Request[]): Promise<Reply[]> {
    if (this.#slow) return this.#concurrent.answer(requests);
    if (this.#calls >= WATCHED_CALLS) return this.#sync.answer(requests);
    const first = this.#watched(requests.slice(0, FEWEST_CALLS));
    if (requests.length <= FEWEST_CALLS) return first;
    // Its buffer is used again by the next answer: what was read is kept apart.
    const kept = first.map(detached);
    return kept.concat(await this.#answer(requests.slice(FEWEST_CALLS)));
  }

  #watched(requests: readonly Request[]): Reply[] {
    const before = performance.now();
    const replies = this.#sync.answer(requests);
    let elapsed = performance.now() - before;
    for (const reply of replies) if (reply.op === "list") elapsed -= reply.entries.length * ENTRY_MS;
    this.#elapsed += elapsed;
    this.#calls += requests.length;
    this.#slow = this.#calls >= FEWEST_CALLS && this.#elapsed / this.#calls > SLOW_CALL_MS;
    return replies;
  }
}

function detached(reply: Reply): Reply {
  if (reply.op !== "read") return reply;
  const data = Buffer.from(reply.data.subarray(reply.start, reply.end));
  return { ...reply, data, start: 0, end: data.length };
}
