import type { Reply, Request, Scan } from "../../core/files/scan.ts";
import { type AsyncCalls, diskCalls, promisedDiskCalls, type SyncCalls } from "./calls.ts";
import { ConcurrentDriver, IN_FLIGHT } from "./concurrentDriver.ts";
import { filesByParts } from "./folderFiles.ts";
import { SyncDriver } from "./syncDriver.ts";

/** Milliseconds that make a call a slow one; a local disk answers in a few hundredths. */
const SLOW_CALL_MS = 0.5;
/** So many calls are watched before the strategy is settled. A busy machine delays a few of them, a slow place most. */
const WATCHED_CALLS = 64;
const FEWEST_CALLS = 8;
/** After so many requests a slow place is looked at again: a disk may have been slow only while others kept it busy. */
export const GOOD_FOR_REQUESTS = 1000;
/** What an entry of a long listing takes even on a quick disk. */
const ENTRY_MS = 0.001;

export interface DriverCalls {
  readonly sync: SyncCalls;
  readonly promised: AsyncCalls;
}

/**
 * Drives scans by the strategy that the place asks for: synchronous where calls answer at once, many in flight where
 * they wait. The first calls of a store are watched and decide, and again now and then while calls are slow.
 */
export class Driver {
  readonly #sync: SyncDriver;
  readonly #concurrent: ConcurrentDriver;
  #calls = 0;
  #slowCalls = 0;
  #slow = false;
  #slowRequests = 0;

  /** `careful`: reads that bring less than was asked for are taken up again. */
  constructor(root: string, calls: DriverCalls = { sync: diskCalls, promised: promisedDiskCalls }, careful = false) {
    this.#sync = new SyncDriver(root, calls.sync, careful);
    this.#concurrent = new ConcurrentDriver(root, calls.promised);
  }

  /** Whether each call waits here, as far as is known. */
  get isSlow(): boolean {
    return this.#slow;
  }

  /** One scan to its end; several may be under way. */
  async run<T>(scan: Scan<T>): Promise<T> {
    let step = scan.next();
    while (!step.done) {
      if (this.#isQuick) return this.#sync.run(scan, step);
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
        if (scan) results.push(await this.#one(scan()));
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

  /** Without a promise a round where it is settled that calls answer at once. */
  #one<T>(scan: Scan<T>): T | Promise<T> {
    return this.#isQuick ? this.#sync.run(scan) : this.run(scan);
  }

  /** Whether it is settled that calls answer at once. */
  get #isQuick(): boolean {
    return !this.#slow && this.#calls >= WATCHED_CALLS;
  }

  /** While calls are watched, or where they wait. What is answered keeps its bytes, whoever asks meanwhile. */
  async #answer(requests: readonly Request[]): Promise<Reply[]> {
    if (this.#slow && this.#slowRequests < GOOD_FOR_REQUESTS) {
      this.#slowRequests += requests.length;
      return this.#concurrent.answer(requests);
    }
    if (this.#slow) this.#lookAgain();
    const first = await this.#firstFew(requests);
    if (first.length === requests.length) return first;
    return first.concat(await this.#answer(requests.slice(first.length)));
  }

  #lookAgain(): void {
    this.#slow = false;
    this.#calls = 0;
    this.#slowCalls = 0;
    this.#slowRequests = 0;
  }

  /** Answers to some of the first requests: until the place turns out to be slow, or a folder's files were read. */
  async #firstFew(requests: readonly Request[]): Promise<Reply[]> {
    const replies: Reply[] = [];
    for (const request of requests) {
      if (this.#slow) break;
      // The buffer is used again by the next answer: what was read is kept apart.
      if (request.op === "files") replies.push(await this.run(filesByParts(request)));
      else replies.push(...this.#watched(request).map(detached));
    }
    return replies;
  }

  #watched(request: Request): Reply[] {
    const before = performance.now();
    const replies = this.#sync.answer([request]);
    let elapsed = performance.now() - before;
    for (const reply of replies) if (reply.op === "list") elapsed -= reply.entries.length * ENTRY_MS;
    this.#calls++;
    if (elapsed > SLOW_CALL_MS) this.#slowCalls++;
    this.#slow = this.#calls >= FEWEST_CALLS && this.#slowCalls > this.#calls / 2;
    return replies;
  }
}

function detached(reply: Reply): Reply {
  if (reply.op !== "read") return reply;
  const data = Buffer.from(reply.data.subarray(reply.start, reply.end));
  return { ...reply, data, start: 0, end: data.length };
}
