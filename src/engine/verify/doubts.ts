import {
  type Bytes,
  type Failure,
  type FilesRequest,
  failureReason,
  join,
  type Reply,
  type Request,
  type Scan,
} from "../../core/files/scan.ts";
import type { Found } from "../../core/verify/rule.ts";
import { UNREADABLE } from "../../core/verify/structure/runFolders.ts";

/** Answers that say what lies there, rather than that it cannot be told. */
const ANSWERS: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "too-large", "not-regular"]);

/**
 * Holds what is found in one go until it is known which files could not be read meanwhile: of those only that is told, for
 * nobody knows whether they are missing, empty or whole.
 */
export class Doubts {
  readonly #failed = new Map<string, string>();
  readonly #told = new Set<string>();
  #held: Found[] = [];

  /** Whether anything could not be read since the last time that was settled. */
  get hasFailed(): boolean {
    return this.#failed.size > 0;
  }

  /** Holds a finding. */
  readonly tell = (found: Found): void => void this.#held.push(found);

  /** The same scan, with an eye on its answers. `prefix` stands before its paths to make them ones below the store. */
  *watch<T>(scan: Scan<T>, prefix = ""): Scan<T> {
    let step = scan.next();
    while (!step.done) {
      const requests = step.value;
      const replies = yield requests.map((request) => this.#watched(request, prefix));
      for (const [i, request] of requests.entries()) this.#note(join(prefix, request.path), replies[i]);
      step = scan.next(replies);
    }
    return step.value;
  }

  /** Tells what holds, and begins anew. */
  settle(tell: (found: Found) => void): void {
    for (const [path, code] of this.#failed) {
      if (this.#told.has(path)) continue;
      this.#told.add(path);
      tell({ rule: UNREADABLE, file: path, message: `It cannot be read: ${failureReason(code)}.` });
    }
    for (const found of this.#held) if (!this.#isInDoubt(found.file)) tell(found);
    this.#held = [];
    this.#failed.clear();
  }

  /** Whether a path, or what lies above or below it, could not be read. */
  #isInDoubt(file: string): boolean {
    for (const path of this.#failed.keys()) {
      if (path === file || path === "" || file === "") return true;
      if (path.startsWith(`${file}/`) || file.startsWith(`${path}/`)) return true;
    }
    return false;
  }

  #note(path: string, reply: Reply | undefined): void {
    if (reply?.op === "failure" && !ANSWERS.has(reply.code)) this.#failed.set(path, reply.code);
  }

  #watched(request: Request, prefix: string): Request {
    return request.op === "files"
      ? new WatchedFiles(request, (path, code) => this.#note(join(prefix, path), { op: "failure", code }))
      : request;
  }
}

/** A request for many files, with an eye on each. */
class WatchedFiles implements FilesRequest {
  readonly op = "files";
  readonly path: string;
  readonly limit: number;
  readonly depth: number;
  readonly #request: FilesRequest;
  readonly #note: (path: string, code: string) => void;

  constructor(request: FilesRequest, note: (path: string, code: string) => void) {
    this.path = request.path;
    this.limit = request.limit;
    this.depth = request.depth;
    this.#request = request;
    this.#note = note;
  }

  skips(below: string, name: string): boolean {
    return this.#request.skips(below, name);
  }

  take(below: string, name: string, file: Bytes | Failure): boolean {
    if (file.op === "failure") this.#note(join(this.path, below + name), file.code);
    return this.#request.take(below, name, file);
  }

  fails(path: string, code: string): void {
    this.#note(join(this.path, path), code);
    this.#request.fails(path, code);
  }
}
