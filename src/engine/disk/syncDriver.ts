import type { Dirent } from "node:fs";
import type { Bytes, Entry, Failure, FilesRequest, Listing, Reply, Request, Scan } from "../../core/files/scan.ts";
import { codeOf, diskCalls, type SyncCalls } from "./calls.ts";
import { failure, kindOf, listing, stamp, target } from "./replies.ts";

/** One read takes so much before it asks how long the file is: most files of a store are far smaller. */
const FIRST_CHUNK = 16 << 10;
const ARENA = 1 << 20;
/** An arena that one large batch made longer than this is let go after it. */
const KEPT_ARENA = 4 << 20;

/** Where files of a folder are read: it, its path below the folder asked for, and what else is found. */
interface Place {
  readonly folder: string;
  readonly below: string;
  readonly depth: number;
  readonly request: FilesRequest;
  readonly others: Entry[];
}

/**
 * Drives scans synchronously, the quickest way to read many small files from a local disk: no promise, no stat, and
 * one reused buffer. Replies are valid until the scan asks again.
 */
export class SyncDriver {
  readonly #root: string;
  readonly #calls: SyncCalls;
  #realRoot: string | null = null;
  #arena: Buffer = Buffer.allocUnsafeSlow(ARENA);
  #used = 0;

  readonly #careful: boolean;

  /** `root`: the store's absolute path. `careful`: a file ends where a read says so, not where one brings less than asked for. */
  constructor(root: string, calls: SyncCalls = diskCalls, careful = false) {
    this.#root = root;
    this.#calls = calls;
    this.#careful = careful;
  }

  /** A scan to its end, from its first or a later request on. */
  run<T>(scan: Scan<T>, from: IteratorResult<readonly Request[], T> = scan.next()): T {
    let step = from;
    while (!step.done) step = scan.next(this.answer(step.value));
    return step.value;
  }

  answer(requests: readonly Request[]): Reply[] {
    if (this.#arena.length > KEPT_ARENA) this.#arena = Buffer.allocUnsafeSlow(ARENA);
    this.#used = 0;
    const replies: Reply[] = [];
    for (const request of requests) replies.push(this.#answer(request));
    return replies;
  }

  #answer(request: Request): Reply {
    const path = request.path === "" ? this.#root : `${this.#root}/${request.path}`;
    try {
      switch (request.op) {
        case "list":
          return listing(this.#calls.readdir(path));
        case "read":
          return this.#read(path, request.limit, request.beyond === "cut");
        case "piece":
          return this.#piece(path, request);
        case "files":
          return this.#files(path, request);
        case "stat":
          return stamp(this.#calls.lstat(path));
        case "follow":
          return target(this.#real(), this.#calls.realpath(path), this.#calls.stat(path));
      }
    } catch (error) {
      return failure(codeOf(error));
    }
  }

  #files(folder: string, request: FilesRequest): Listing {
    const others: Entry[] = [];
    this.#filesOf(this.#calls.readdir(folder), { folder, below: "", depth: 0, request, others });
    return { op: "list", entries: others };
  }

  /** False where no more files are wanted. */
  #filesOf(found: readonly Dirent[], place: Place): boolean {
    const { request, below } = place;
    for (const entry of found) {
      if (!request.skips(below, entry.name) && !this.#visit(entry, place)) return false;
    }
    return true;
  }

  #visit(entry: Dirent, { folder, below, depth, request, others }: Place): boolean {
    const { name } = entry;
    const path = `${folder}/${name}`;
    if (entry.isFile()) return request.take(below, name, this.#short(path, request.limit));
    if (!entry.isDirectory() || depth >= request.depth) {
      others.push({ name: below + name, kind: kindOf(entry) });
      return true;
    }
    const found = this.#listBelow(path, below + name, request);
    return this.#filesOf(found, { folder: path, below: `${below}${name}/`, depth: depth + 1, request, others });
  }

  #listBelow(folder: string, path: string, request: FilesRequest): readonly Dirent[] {
    try {
      return this.#calls.readdir(folder);
    } catch (error) {
      request.fails(path, codeOf(error));
      return [];
    }
  }

  /** A file of at most so many bytes; its place in the arena is not kept. */
  #short(path: string, limit: number): Bytes | Failure {
    try {
      this.#reserve(limit + 1);
      const fd = this.#calls.open(path);
      try {
        const start = this.#used;
        const end = start + this.#fill(fd, start, limit + 1);
        return end - start > limit ? failure("too-large") : { op: "read", data: this.#arena, start, end, cut: false };
      } finally {
        this.#calls.close(fd);
      }
    } catch (error) {
      return failure(codeOf(error));
    }
  }

  #real(): string {
    this.#realRoot ??= this.#calls.realpath(this.#root);
    return this.#realRoot;
  }

  #read(path: string, limit: number, mayCut: boolean): Bytes | Failure {
    const fd = this.#calls.open(path);
    try {
      const start = this.#used;
      const first = Math.min(FIRST_CHUNK, limit + 1);
      this.#reserve(first);
      const read = this.#fill(fd, start, first);
      if (read < first) return this.#bytes(start, read, false);
      return this.#readLong(fd, start, read, limit, mayCut);
    } finally {
      this.#calls.close(fd);
    }
  }

  /** Reads from a file's beginning; how many bytes came. */
  #fill(fd: number, start: number, wanted: number): number {
    let read = this.#calls.read(fd, this.#arena, start, wanted, 0);
    if (!this.#careful) return read;
    for (let more = read; more > 0 && read < wanted; read += more) {
      more = this.#calls.read(fd, this.#arena, start + read, wanted - read, read);
    }
    return read;
  }

  /** The rest of a file that filled the first chunk; its size decides how much is asked for. */
  #readLong(fd: number, start: number, already: number, limit: number, mayCut: boolean): Bytes | Failure {
    const { size, isFile } = this.#calls.fstat(fd);
    if (!isFile) return failure("not-regular");
    const cut = size > limit;
    if (cut && !mayCut) return failure("too-large");
    const wanted = cut ? limit : size;
    this.#used = start + Math.min(already, wanted);
    this.#reserve(wanted - (this.#used - start));
    let read = Math.min(already, wanted);
    while (read < wanted) {
      const more = this.#calls.read(fd, this.#arena, start + read, wanted - read, read);
      if (more === 0) break;
      read += more;
    }
    return this.#bytes(start, read, cut);
  }

  #piece(path: string, { from, length, limit }: Extract<Request, { op: "piece" }>): Bytes | Failure {
    const fd = this.#calls.open(path);
    try {
      const { size, isFile } = this.#calls.fstat(fd);
      if (!isFile) return failure("not-regular");
      if (size > limit) return failure("too-large");
      this.#reserve(length);
      const start = this.#used;
      const read = this.#calls.read(fd, this.#arena, start, length, from);
      return this.#bytes(start, read, read > 0 && from + read < size);
    } finally {
      this.#calls.close(fd);
    }
  }

  #bytes(start: number, length: number, cut: boolean): Bytes {
    this.#used = start + length;
    return { op: "read", data: this.#arena, start, end: start + length, cut };
  }

  /** Makes room for so many bytes beyond what is used; earlier replies of the batch keep the old buffer, which stays whole. */
  #reserve(bytes: number): void {
    const needed = this.#used + bytes;
    if (needed <= this.#arena.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#arena.length * 2));
    this.#arena.copy(larger, 0, 0, this.#used);
    this.#arena = larger;
  }
}
