import { lstat, readdir } from "node:fs/promises";
import path from "node:path";
import { isPipelineName, PIPELINE_FILE_LIMIT } from "../../../core/deploy/pipelineFile.ts";
import { isSkippedFolder } from "../../../core/files/storeShape.ts";
import { byText } from "../../../core/model/text.ts";
import { isWithin } from "../../disk/within.ts";
import { trackedBelow } from "../../git/lsFiles.ts";
import { GitError, type GitRunner } from "../../git/runner.ts";

/** What is looked at around the stores. */
const BOUNDS = { depth: 6, folders: 2000, files: 5000 } as const;

/** Where files are looked for. */
export interface Around {
  readonly folder: string;
  /** Absolute paths of stores, which are not entered. */
  readonly stores: ReadonlySet<string>;
  readonly git: GitRunner | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Short files with a fitting name, as paths below the folder: those that Git tracks where there is Git, else what a
 * bounded walk finds. Stores and artifacts of runs are passed over.
 */
export async function* candidates(around: Around): AsyncGenerator<string> {
  const tracked = await trackedFiles(around);
  for await (const file of tracked ?? walk(around)) {
    if (await isShort(path.join(around.folder, file))) yield file;
  }
}

/** Null where Git tracks nothing here or cannot be asked. */
async function trackedFiles({ folder, stores, git, signal }: Around): Promise<readonly string[] | null> {
  if (git === undefined) return null;
  const tracked = await trackedBelow(git, folder, ".", { signal }).catch((error: unknown) => {
    if (GitError.is(error) && !signal?.aborted) return [];
    throw error;
  });
  if (tracked.length === 0) return null;
  const inner = [...stores].filter((store) => isWithin(folder, store)).map((store) => path.relative(folder, store));
  const own = new Set(inner.map((store) => store.split(path.sep).join("/")));
  const wanted = tracked.filter(
    (file) => isPipelineName(file) && !foldersOf(file).some((at) => own.has(at) || isOfRun(at)),
  );
  const depth = (file: string): number => file.split("/").length;
  return wanted.sort((a, b) => depth(a) - depth(b) || byText(a, b)).slice(0, BOUNDS.files);
}

/** Folders that lead to a file, the outermost first. */
function foldersOf(file: string): string[] {
  const segments = file.split("/");
  return segments.slice(0, -1).map((_, i) => segments.slice(0, i + 1).join("/"));
}

async function* walk({ folder, stores, signal }: Around): AsyncGenerator<string> {
  const pending = [{ below: "", depth: 0 }];
  let files = 0;
  for (let left: number = BOUNDS.folders; left > 0 && files < BOUNDS.files; left--) {
    signal?.throwIfAborted();
    const next = pending.shift();
    if (next === undefined) return;
    const entries = await readdir(path.join(folder, next.below), { withFileTypes: true }).catch(() => []);
    const named = entries.map((entry) => ({
      entry,
      below: next.below === "" ? entry.name : `${next.below}/${entry.name}`,
    }));
    named.sort((a, b) => byText(a.below, b.below));
    for (const { entry, below } of named) {
      if (!entry.isFile() || !isPipelineName(entry.name)) continue;
      files++;
      yield below;
    }
    if (next.depth === BOUNDS.depth) continue;
    const inner = named.filter(({ entry }) => entry.isDirectory() && !isPassed(entry.name));
    const entered = inner.filter(({ below }) => !stores.has(path.join(folder, below)));
    pending.push(...entered.map(({ below }) => ({ below, depth: next.depth + 1 })));
  }
}

/** A link is not followed: what it leads to is no file of this repository. */
async function isShort(file: string): Promise<boolean> {
  const stats = await lstat(file).catch(() => null);
  return stats?.isFile() === true && stats.size <= PIPELINE_FILE_LIMIT;
}

/** Folders of tools, hidden ones, and those of a run or logged model. */
function isPassed(name: string): boolean {
  return isSkippedFolder(name) || name.startsWith(".") || isOfRun(name);
}

function isOfRun(folder: string): boolean {
  return /(?:^|\/)(?:m-)?[0-9a-f]{32}$/.test(folder);
}
