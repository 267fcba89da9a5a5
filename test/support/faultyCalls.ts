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
  const before = (path: string): void => {
    if (seen.made++ !== nth) return;
    seen.failed = path;
    throw Object.assign(new Error(code), { code });
  };
  // A busy machine looks like a slow disk, which is read by these.
  const guard =
    <A extends readonly unknown[], T>(call: (path: string, ...rest: A) => Promise<T>) =>
    async (path: string, ...rest: A): Promise<T> => {
      before(path);
      return call(path, ...rest);
    };
  const promised = {
    readdir: guard(promisedDiskCalls.readdir),
    readFile: guard(promisedDiskCalls.readFile),
    readPiece: guard(promisedDiskCalls.readPiece),
    lstat: guard(promisedDiskCalls.lstat),
    stat: guard(promisedDiskCalls.stat),
    realpath: guard(promisedDiskCalls.realpath),
  };
  return { sync: wrapped((_, path) => before(path)), promised, seen };
}

/** The nth read, or every one, brings half of what was asked for, or so many bytes at most; `path` is the file that met it. */
export function shortReads(
  nth: number | null,
  most: number | null,
): DriverCalls & { readonly seen: { made: number; path: string | null } } {
  const seen: { made: number; path: string | null } = { made: 0, path: null };
  let opened = "";
  const sync: SyncCalls = {
    ...diskCalls,
    open: (path) => {
      opened = path;
      return diskCalls.open(path);
    },
    read: (fd, buffer, offset, length, position) => {
      const read = diskCalls.read(fd, buffer, offset, length, position);
      if (nth !== null && seen.made++ !== nth) return read;
      seen.path = opened;
      return Math.min(read, most ?? Math.ceil(read / 2));
    },
  };
  return { sync, promised: promisedDiskCalls, seen };
}

/**
 * Adds so many milliseconds to each `every`-th file call, of the `first` so many; `most` is how many were ever in flight
 * at once.
 */
export function slowCalls(
  milliseconds: number,
  every = 1,
  first = Number.POSITIVE_INFINITY,
): DriverCalls & { readonly seen: { most: number; made: number } } {
  const seen = { most: 0, made: 0 };
  let running = 0;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const sync = wrapped(() => {
    if (seen.made++ % every === 0 && seen.made <= first) Atomics.wait(cell, 0, 0, milliseconds);
  });
  const slow =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      seen.made++;
      seen.most = Math.max(seen.most, ++running);
      try {
        if (seen.made <= first) await new Promise((done) => setTimeout(done, milliseconds));
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
