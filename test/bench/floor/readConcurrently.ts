import type { AsyncCalls } from "../../../src/engine/disk/calls.ts";

const IN_FLIGHT = 32;

/** Walks a folder and reads every file below it with 32 calls in flight, keeping nothing. Returns how many files. */
export async function readConcurrently(root: string, calls: AsyncCalls): Promise<number> {
  const waiting: { path: string; isFolder: boolean }[] = [{ path: root, isFolder: true }];
  const busy = new Set<Promise<void>>();
  let files = 0;
  const take = async ({ path, isFolder }: { path: string; isFolder: boolean }): Promise<void> => {
    if (!isFolder) {
      await calls.readFile(path, Number.MAX_SAFE_INTEGER, true);
      files++;
      return;
    }
    for (const entry of await calls.readdir(path)) {
      waiting.push({ path: `${path}/${entry.name}`, isFolder: entry.isDirectory() });
    }
  };
  while (waiting.length > 0 || busy.size > 0) {
    const next = busy.size < IN_FLIGHT ? waiting.shift() : undefined;
    if (next === undefined) {
      await Promise.race(busy);
      continue;
    }
    const call = take(next).finally(() => busy.delete(call));
    busy.add(call);
  }
  return files;
}
