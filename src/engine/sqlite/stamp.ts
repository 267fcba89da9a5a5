import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import { fromFileError, StoreUnreadable } from "./errors.ts";

/** What tells one state of a file from another. */
export interface FileStamp {
  readonly size: bigint;
  /** Nanoseconds since 1970. */
  readonly mtime: bigint;
  readonly inode: bigint;
  /** The first 100 bytes: SQLite's header with its change counter, or the salts of a log. */
  readonly head: Buffer;
}

/** A database and the files that a writer keeps beside it. */
export interface StoreStamp {
  readonly db: FileStamp;
  /** A rollback journal that holds something: a transaction under way, or one that a crash left. */
  readonly journal: FileStamp | null;
  /** A write-ahead log that holds something. */
  readonly wal: FileStamp | null;
}

const HEAD = 100;

/** Times of files tick coarsely (4 to 16 ms): one younger than this may hide a second write. */
const TICK_MS = 20;

function stampOf(path: string): FileStamp {
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const { size, mtimeNs, ino } = fstatSync(fd, { bigint: true });
    const head = Buffer.alloc(HEAD);
    const length = readSync(fd, head, 0, HEAD, 0);
    return { size, mtime: mtimeNs, inode: ino, head: head.subarray(0, length) };
  } finally {
    closeSync(fd);
  }
}

/** Where links lead: SQLite keeps journal and log beside the file meant, not beside the link. */
export function realDatabase(path: string): string {
  try {
    const real = realpathSync(path);
    const stats = statSync(real);
    if (stats.isDirectory()) throw new StoreUnreadable("foreign", `${basename(path)} is a folder, not a database.`);
    if (!stats.isFile()) throw new StoreUnreadable("foreign", `${basename(path)} is not a plain file.`);
    return real;
  } catch (error) {
    throw fromFileError(error, basename(path));
  }
}

function sidecar(path: string): FileStamp | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (!stats.isFile())
    throw new StoreUnreadable("foreign", `${basename(path)} beside the database is not a plain file.`);
  try {
    const stamp = stampOf(path);
    return stamp.size === 0n ? null : stamp;
  } catch (error) {
    if (fromFileError(error, "").kind === "absent") return null;
    throw error;
  }
}

/** A journal whose first byte is zero is done with (SQLite's own rule), or no page was written under it yet. */
function journalOf(path: string): FileStamp | null {
  const stamp = sidecar(`${path}-journal`);
  return stamp === null || (stamp.head[0] ?? 0) === 0 ? null : stamp;
}

/**
 * The state before a read: the database first, then what is beside it. After a read the other way round, so that no
 * transaction can hide between: pages are only written while journal or log exist, and its end changes the header.
 */
export function stampBefore(path: string): StoreStamp {
  const db = stampOf(path);
  return { db, journal: journalOf(path), wal: sidecar(`${path}-wal`) };
}

export function stampAfter(path: string): StoreStamp {
  const journal = journalOf(path);
  const wal = sidecar(`${path}-wal`);
  return { db: stampOf(path), journal, wal };
}

export function sameFile(a: FileStamp | null, b: FileStamp | null): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && a.mtime === b.mtime && a.inode === b.inode && a.head.equals(b.head);
}

export function sameStore(a: StoreStamp, b: StoreStamp): boolean {
  return sameFile(a.db, b.db) && sameFile(a.journal, b.journal) && sameFile(a.wal, b.wal);
}

/** Nobody has it in hand: it can be read where it lies. */
export function isQuiet(stamp: StoreStamp): boolean {
  return stamp.journal === null && stamp.wal === null;
}

/** Whether a file's time is old enough that a later write would change it. */
export function isSettled(file: FileStamp, now: number): boolean {
  return Math.abs(now - Number(file.mtime / 1_000_000n)) > TICK_MS;
}

/** Whether it is kept with a write-ahead log (bytes 18 and 19 are 2): commits need not change the header then. */
export function usesWal(file: FileStamp): boolean {
  return file.head[18] === 2;
}
