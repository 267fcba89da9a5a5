import type { Problem } from "../model/problem.ts";
import { askAll } from "./batch.ts";
import { isForeign } from "./foreign.ts";
import { type FoundKey, KeyWalk, type WalkRoot } from "./keyWalk.ts";
import { LIMITS } from "./limits.ts";
import { type Bytes, type Failure, type FilesRequest, join, type Reply, type Request, type Scan } from "./scan.ts";

/** A folder whose files are keys (`metrics/val/loss` is the metric `val/loss`), and what becomes of them. */
export interface KeyFolder extends WalkRoot {
  /** Up to so many bytes a file is read together with its siblings; longer ones are asked for alone. */
  readonly quick: number;
  /** What is asked for a file that is read alone. */
  alone(path: string): Request;
  take(key: string, path: string, reply: Bytes | Failure): void;
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
  const walk = new KeyWalk<KeyFolder>();
  const long: FoundKey<KeyFolder>[] = [];
  const replies = yield folders.map((folder) => filesOf(folder, walk, long));
  folders.forEach((folder, i) => {
    walk.takeListed(folder, replies[i]);
  });
  yield* walk.run();
  yield* readFound(walk.files);
  yield* readAlone(long);
  for (const found of walk.problems) problems.push(found);
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
function* readAlone(files: readonly FoundKey<KeyFolder>[]): Scan<void> {
  for (const file of files) take(file, (yield [file.root.alone(file.path)])[0]);
}

function take({ root, key, path }: FoundKey<KeyFolder>, reply: Reply | undefined): void {
  root.take(key, path, reply?.op === "read" || reply?.op === "failure" ? reply : { op: "failure", code: "EIO" });
}

function filesOf(folder: KeyFolder, walk: KeyWalk<KeyFolder>, long: FoundKey<KeyFolder>[]): FilesRequest {
  return {
    op: "files",
    path: folder.path,
    limit: folder.quick,
    depth: LIMITS.keyDepth,
    skips: isForeign,
    take: (key, file) => {
      if (!walk.count(folder)) return false;
      const path = join(folder.path, key);
      if (file.op === "failure" && file.code === "too-large") long.push({ root: folder, key, path });
      else folder.take(key, path, file);
      return true;
    },
    fails: (name, code) => walk.unlisted(join(folder.path, name), code),
  };
}
