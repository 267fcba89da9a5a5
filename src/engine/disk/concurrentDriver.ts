import type { Reply, Request, Scan } from "../../core/files/scan.ts";
import { type AsyncCalls, codeOf, promisedDiskCalls } from "./calls.ts";
import { filesByParts } from "./folderFiles.ts";
import { failure, listing, stamp, target } from "./replies.ts";

/** File calls in flight at once: enough to hide a share's latency, few enough never to meet EMFILE. */
export const IN_FLIGHT = 32;

/** A request of one call. */
type SingleRequest = Exclude<Request, { op: "files" }>;

/** Answers requests with many file calls in flight: for network shares and virtual disks, where each call waits. */
export class ConcurrentDriver {
  readonly #root: string;
  readonly #calls: AsyncCalls;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(root: string, calls: AsyncCalls = promisedDiskCalls) {
    this.#root = root;
    this.#calls = calls;
  }

  async run<T>(scan: Scan<T>): Promise<T> {
    let step = scan.next();
    while (!step.done) step = scan.next(await this.answer(step.value));
    return step.value;
  }

  answer(requests: readonly Request[]): Promise<Reply[]> {
    return Promise.all(
      requests.map((request) => (request.op === "files" ? this.run(filesByParts(request)) : this.#answer(request))),
    );
  }

  async #answer(request: SingleRequest): Promise<Reply> {
    if (this.#running >= IN_FLIGHT) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#running++;
    try {
      return await this.#ask(request);
    } catch (error) {
      return failure(codeOf(error));
    } finally {
      // The place goes to whoever waits longest; it is given back only when nobody does.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  async #ask(request: SingleRequest): Promise<Reply> {
    const path = request.path === "" ? this.#root : `${this.#root}/${request.path}`;
    switch (request.op) {
      case "list":
        return listing(await this.#calls.readdir(path));
      case "stat":
        return stamp(await this.#calls.lstat(path));
      case "follow": {
        const [root, real, found] = await Promise.all([
          this.#calls.realpath(this.#root),
          this.#calls.realpath(path),
          this.#calls.stat(path),
        ]);
        return target(root, real, found);
      }
      case "piece": {
        const { data, cut } = await this.#calls.readPiece(path, request);
        return { op: "read", data, start: 0, end: data.length, cut };
      }
      case "read": {
        const { data, cut } = await this.#calls.readFile(path, request.limit, request.beyond === "cut");
        return { op: "read", data, start: 0, end: data.length, cut };
      }
    }
  }
}
