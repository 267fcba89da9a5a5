import { lstat } from "node:fs/promises";
import path from "node:path";
import type { LargeFile } from "../../../core/verify/git/facts.ts";
import { LARGE_FILE } from "../../../core/verify/git/large.ts";
import { filtersOf } from "../../git/filters.ts";
import { sizesInIndex } from "../../git/objects.ts";
import type { GitRunner } from "../../git/runner.ts";
import type { StorePlace } from "./storePlace.ts";

const AT_ONCE = 64;
/** What MLflow itself writes is never so large. */
const METADATA = /(?:^|\/)(?:meta\.yaml$|(?:params|metrics|tags|inputs|outputs)\/)/;

/** Large files in Git's index; `tracked` are paths from the place's folder. What is large on disk alone may be a pointer in Git. */
export async function largeFiles(
  git: GitRunner,
  { folder }: StorePlace,
  tracked: readonly string[],
  signal: AbortSignal | undefined,
): Promise<(LargeFile & { readonly path: string })[]> {
  const large: string[] = [];
  const files = tracked.filter((file) => !METADATA.test(file));
  for (let i = 0; i < files.length; i += AT_ONCE) {
    signal?.throwIfAborted();
    const batch = files.slice(i, i + AT_ONCE);
    const sizes = await Promise.all(batch.map((file) => sizeOf(path.join(folder, file))));
    large.push(...batch.filter((_, k) => (sizes[k] ?? 0) >= LARGE_FILE));
  }
  const sizes = await sizesInIndex(git, folder, large, { signal });
  const filters = await filtersOf(git, folder, [...sizes.keys()], { signal });
  return [...sizes].map(([file, bytes]) => ({ path: file, bytes, isForLfs: filters.get(file) === "lfs" }));
}

async function sizeOf(file: string): Promise<number> {
  const stats = await lstat(file).catch(() => null);
  return stats?.isFile() ? stats.size : 0;
}
