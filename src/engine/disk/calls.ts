import fs from "node:fs";

/** The file calls the drivers make, so that tests can inject faults and latency. Errors carry a `code`. */
export interface SyncCalls {
  readdir(path: string): fs.Dirent[];
  open(path: string): number;
  read(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
  /** Size in bytes and whether it is a regular file. */
  fstat(fd: number): { readonly size: number; readonly isFile: boolean };
  close(fd: number): void;
  lstat(path: string): fs.Stats;
  stat(path: string): fs.Stats;
  realpath(path: string): string;
}

export interface AsyncCalls {
  readdir(path: string): Promise<fs.Dirent[]>;
  /** At most `limit` bytes; a longer file is cut, or refused with the code `too-large`. */
  readFile(path: string, limit: number, mayCut: boolean): Promise<{ readonly data: Uint8Array; readonly cut: boolean }>;
  /** At most `length` bytes from an offset on, cut where more follow; `too-large` where the file is longer than `limit`. */
  readPiece(
    path: string,
    piece: { readonly from: number; readonly length: number; readonly limit: number },
  ): Promise<{ readonly data: Uint8Array; readonly cut: boolean }>;
  lstat(path: string): Promise<fs.Stats>;
  stat(path: string): Promise<fs.Stats>;
  realpath(path: string): Promise<string>;
}

/** Never through a link, and never waiting for a pipe's writer (both flags are absent on Windows). */
export const OPEN_FLAGS = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

export const diskCalls: SyncCalls = {
  readdir: (path) => fs.readdirSync(path, { withFileTypes: true }),
  open: (path) => fs.openSync(path, OPEN_FLAGS),
  read: (fd, buffer, offset, length, position) => fs.readSync(fd, buffer, offset, length, position),
  fstat: (fd) => {
    const stat = fs.fstatSync(fd);
    return { size: stat.size, isFile: stat.isFile() };
  },
  close: (fd) => fs.closeSync(fd),
  lstat: (path) => fs.lstatSync(path),
  stat: (path) => fs.statSync(path),
  realpath: (path) => fs.realpathSync.native(path),
};

export const promisedDiskCalls: AsyncCalls = {
  readdir: (path) => fs.promises.readdir(path, { withFileTypes: true }),
  readFile: (path, limit, mayCut) =>
    readOpen(path, mayCut ? Number.POSITIVE_INFINITY : limit, async (handle, size) => {
      const data = Buffer.allocUnsafe(Math.min(size, limit));
      let read = 0;
      for (let more = 1; more > 0 && read < data.length; read += more) {
        more = (await handle.read(data, read, data.length - read, read)).bytesRead;
      }
      return { data: data.subarray(0, read), cut: size > limit };
    }),
  readPiece: (path, { from, length, limit }) =>
    readOpen(path, limit, async (handle, size) => {
      const data = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - from)));
      const { bytesRead } = await handle.read(data, 0, data.length, from);
      return { data: data.subarray(0, bytesRead), cut: bytesRead > 0 && from + bytesRead < size };
    }),
  lstat: (path) => fs.promises.lstat(path),
  stat: (path) => fs.promises.stat(path),
  realpath: (path) => fs.promises.realpath(path),
};

/** Opens a regular file of at most so many bytes, and closes it again. */
async function readOpen<T>(
  path: string,
  limit: number,
  read: (handle: fs.promises.FileHandle, size: number) => Promise<T>,
): Promise<T> {
  const handle = await fs.promises.open(path, OPEN_FLAGS);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw refusal(stat.isDirectory() ? "EISDIR" : "not-regular");
    if (stat.size > limit) throw refusal("too-large");
    return await read(handle, stat.size);
  } finally {
    await handle.close();
  }
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A system error's name. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "EIO";
}
