import { diskCalls, promisedDiskCalls, type SyncCalls } from "../../src/engine/disk/calls.ts";
import type { DriverCalls } from "../../src/engine/disk/driver.ts";

/** Wraps every file call that takes a path; `before` may throw in its place. */
function wrapped(before: (name: string, path: string) => void): SyncCalls {
  const guard =
    <T>(name: string, call: (path: string) => T) =>
    (path: string): T => {
      before(name, path);
      return call(path);
    };
  return {
    ...diskCalls,
    readdir: guard("readdir", diskCalls.readdir),
    open: guard("open", diskCalls.open),
    lstat: guard("lstat", diskCalls.lstat),
    stat: guard("stat", diskCalls.stat),
    realpath: guard("realpath", diskCalls.realpath),
  };
}

/** Counts how often each path is listed or opened. */
export function countedCalls(): DriverCalls & { readonly seen: Map<string, number> } {
  const seen = new Map<string, number>();
  const note = (path: string) => void seen.set(path, (seen.get(path) ?? 0) + 1);
  const sync = wrapped((name, path) => (name === "readdir" || name === "open" ? note(path) : undefined));
  // A busy machine looks like a slow disk, which is read by these.
  const { readdir, readFile } = promisedDiskCalls;
  const promised: DriverCalls["promised"] = {
    ...promisedDiskCalls,
    readdir: (path) => {
      note(path);
      return readdir(path);
    },
    readFile: (path, ...rest) => {
      note(path);
      return readFile(path, ...rest);
    },
  };
  return { sync, promised, seen };
}

/** Fails the nth call with this system error; `made` counts calls and `failed` names the path that met it. */
export function failingCalls(
  nth: number,
  code: string,
): DriverCalls & { readonly seen: { made: number; failed: string | null } } {
  const seen: { made: number; failed: string | null } = { made: 0, failed: null };
  const sync = wrapped((_, path) => {
    if (seen.made++ !== nth) return;
    seen.failed = path;
    throw Object.assign(new Error(code), { code });
  });
  return { sync, promised: promisedDiskCalls, seen };
}

/** Adds so many milliseconds to each `every`-th file call; `most` is how many were ever in flight at once. */
export function slowCalls(
  milliseconds: number,
  every = 1,
): DriverCalls & { readonly seen: { most: number; made: number } } {
  const seen = { most: 0, made: 0 };
  let running = 0;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const sync = wrapped(() => {
    if (seen.made++ % every === 0) Atomics.wait(cell, 0, 0, milliseconds);
  });
  const slow =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      seen.made++;
      seen.most = Math.max(seen.most, ++running);
      try {
        await new Promise((done) => setTimeout(done, milliseconds));
        return await call(...args);
      } finally {
        running--;
      }
    };
  const promised = {
    readdir: slow(promisedDiskCalls.readdir),
    readFile: slow(promisedDiskCalls.readFile),
    readPiece: slow(promisedDiskCalls.readPiece),
    lstat: slow(promisedDiskCalls.lstat),
    stat: slow(promisedDiskCalls.stat),
    realpath: slow(promisedDiskCalls.realpath),
  };
  return { sync, promised, seen };
}
