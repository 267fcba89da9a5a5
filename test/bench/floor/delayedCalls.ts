import { diskCalls, promisedDiskCalls, type SyncCalls } from "../../../src/engine/disk/calls.ts";
import type { DriverCalls } from "../../../src/engine/disk/driver.ts";

/** The disk's calls, each of them so many milliseconds slower: a network share, as far as its waiting goes. */
export function delayedCalls(delayMs: number): DriverCalls {
  const asleep = new Int32Array(new SharedArrayBuffer(4));
  const block =
    <A extends unknown[], R>(call: (...args: A) => R) =>
    (...args: A): R => {
      Atomics.wait(asleep, 0, 0, delayMs);
      return call(...args);
    };
  const wait =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      return call(...args);
    };
  const { readdir, open, read, fstat, close, lstat, stat, realpath } = diskCalls;
  const sync: SyncCalls = {
    ...{ readdir: block(readdir), open: block(open), read: block(read), fstat: block(fstat), close: block(close) },
    ...{ lstat: block(lstat), stat: block(stat), realpath: block(realpath) },
  };
  const promised = promisedDiskCalls;
  return {
    sync,
    promised: {
      readdir: wait(promised.readdir),
      readFile: wait(promised.readFile),
      readPiece: wait(promised.readPiece),
      lstat: wait(promised.lstat),
      stat: wait(promised.stat),
      realpath: wait(promised.realpath),
    },
  };
}
