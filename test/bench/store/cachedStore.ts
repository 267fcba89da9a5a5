import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeStore, type StoreSize } from "./makeStore.ts";

/** Changes with what the generators write. */
const VERSION = 1;

/** Everything the bench keeps between its runs lies here. */
export const benchFolder = join(tmpdir(), `mlflow-runs-bench-${VERSION}`);

/** The `mlruns` folder of a generated store of that size, made when it is not there yet. */
export function cachedStore(size: StoreSize): string {
  const folder = cached(`store-${size.runs}-${size.experiments}`, (path) => makeStore(join(path, "mlruns"), size));
  return join(folder, "mlruns");
}

/** A file or folder by name; made under another name and then moved, so that half of one is never used. */
export function cached(name: string, make: (path: string) => void): string {
  const path = join(benchFolder, name);
  if (existsSync(path)) return path;
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(unfinished), { recursive: true });
  process.stderr.write(`making ${name}\n`);
  make(unfinished);
  renameSync(unfinished, path);
  return path;
}

export function removeCached(): void {
  rmSync(benchFolder, { recursive: true, force: true });
}
