import type { Problem } from "../model/problem.ts";
import { askAll } from "./batch.ts";
import { isForeign } from "./foreign.ts";
import { type FoundKey, KeyWalk, unlisted, type WalkRoot, withinLimit } from "./keyWalk.ts";
import { LIMITS } from "./limits.ts";
import { type Bytes, type Failure, type FilesRequest, join, type Reply, type Scan } from "./scan.ts";

/** A folder whose files are keys (`metrics/val/loss` is the metric `val/loss`), and what becomes of them. */
export interface KeyFolder extends WalkRoot {
  /** Up to so many bytes a file is read together with its siblings; longer ones are asked for alone. */
  readonly quick: number;
  /** Reads a longer file. */
  readAlone(key: string, path: string): Scan<void>;
  /** `path`: where it was read, if not below this folder by its key. */
  take(key: string, reply: Bytes | Failure, path?: string): void;
}

/** Finds every key below the folders given; a folder that is not there holds none. */
export function* walkKeys<Root extends WalkRoot>(roots: readonly Root[]): Scan<readonly FoundKey<Root>[]> {
  const walk = new KeyWalk<Root>();
  for (const root of roots) walk.add(root);
  yield* walk.run();
  return walk.files;
}

/** Reads every key below the folders given; a folder that is not there holds none. */
export function* readKeys(folders: readonly KeyFolder[], problems: Problem[]): Scan<void> {
  const requests = folders.map((folder) => new KeyFiles(folder, problems));
  const replies = yield requests;
  const walk = new KeyWalk<KeyFolder>();
  for (const [i, folder] of folders.entries()) {
    const reply = replies[i];
    if (reply?.op === "list") for (const entry of reply.entries) walk.takeEntry(folder, entry);
    else requests[i]?.fails("", reply?.op === "failure" ? reply.code : "EIO");
  }
  yield* walk.run();
  yield* readFound(walk.files);
  for (const { long } of requests) yield* readAlone(long);
  problems.push(...walk.problems);
}

/** Reads keys that were found by name. */
export function* readFound(files: readonly FoundKey<KeyFolder>[]): Scan<void> {
  const long: FoundKey<KeyFolder>[] = [];
  const requests = files.map(({ root, path }) => ({ op: "read", path, limit: root.quick, beyond: "refuse" }) as const);
  yield* askAll(requests, (reply, i) => {
    const file = files[i];
    if (file && reply?.op === "failure" && reply.code === "too-large") long.push(file);
    else if (file) take(file, reply);
  });
  yield* readAlone(long);
}

/** Long files, one after the other, so that one batch never grows large. */
export function* readAlone(files: readonly FoundKey<KeyFolder>[]): Scan<void> {
  for (const { root, key, path } of files) yield* root.readAlone(key, path);
}

function take({ root, key, path }: FoundKey<KeyFolder>, reply: Reply | undefined): void {
  root.take(key, contentOf(reply), path);
}

/** A file's bytes, or why they cannot be had. */
export function contentOf(reply: Reply | undefined): Bytes | Failure {
  return reply?.op === "read" || reply?.op === "failure" ? reply : { op: "failure", code: "EIO" };
}

/** The files of one folder of keys. */
class KeyFiles implements FilesRequest {
  readonly op = "files";
  readonly path: string;
  readonly limit: number;
  readonly depth = LIMITS.keyDepth;
  readonly skips = (_below: string, name: string): boolean => isForeign(name);
  /** Those that are to be read alone. */
  readonly long: FoundKey<KeyFolder>[] = [];
  readonly #folder: KeyFolder;
  readonly #problems: Problem[];
  #count = 0;

  constructor(folder: KeyFolder, problems: Problem[]) {
    this.path = folder.path;
    this.limit = folder.quick;
    this.#folder = folder;
    this.#problems = problems;
  }

  take(below: string, name: string, file: Bytes | Failure): boolean {
    if (!withinLimit(this.#count++, this.#folder, this.#problems)) return false;
    const key = below + name;
    if (file.op === "failure" && file.code === "too-large") {
      this.long.push({ root: this.#folder, key, path: join(this.path, key) });
    } else this.#folder.take(key, file);
    return true;
  }

  fails(path: string, code: string): void {
    const found = unlisted(path === "" ? this.path : join(this.path, path), code);
    if (found) this.#problems.push(found);
  }
}
