import { chmodSync, copyFileSync, lstatSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { constants, copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fromFileError, StoreUnreadable } from "./errors.ts";
import { isQuiet, isSettled, type StoreStamp, sameFile, sameStore, stampAfter, stampBefore, usesWal } from "./stamp.ts";

/** Larger databases in use are not copied; bytes. */
const COPY_LIMIT = 4n << 30n;

const PREFIX = "mlflow-runs-db-";

const HOUR = 3_600_000;

/** A consistent state of a database in a folder that only this user may enter. */
export interface PrivateCopy {
  readonly path: string;
  readonly folder: string;
  /** The state of the original that was copied. */
  readonly stamp: StoreStamp;
  /** When, and how long it took; milliseconds. */
  readonly madeAt: number;
  readonly took: number;
}

const folders = new Set<string>();

function dropAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

export function dropCopy(copy: Pick<PrivateCopy, "folder">): void {
  rmSync(copy.folder, { recursive: true, force: true });
  folders.delete(copy.folder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/** Removes what processes of ours left that were killed over an hour ago. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? "0");
    if (pid === 0 || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    const ours = stats?.isDirectory() === true && (process.getuid === undefined || stats.uid === process.getuid());
    if (ours && Date.now() - stats.mtimeMs > HOUR) rmSync(folder, { recursive: true, force: true });
  }
}

let prepared = false;

function prepareOnce(): void {
  if (prepared) return;
  prepared = true;
  process.once("exit", dropAll);
  try {
    sweep();
  } catch {
    // Another process sweeps at the same time, or the folder may not be listed: nothing of ours depends on it.
  }
}

async function newFolder(): Promise<string> {
  prepareOnce();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  folders.add(folder);
  return folder;
}

/**
 * Whether what was copied between two stamps is one state. With a log: the database is copied before it, and as long
 * as its header stands it holds every frame that a checkpoint could meanwhile have moved, so that replaying it makes
 * the copy whole, however much was appended. Else nothing may have changed at all.
 */
export function isWhole(before: StoreStamp, after: StoreStamp, startedAt: number): boolean {
  if (before.wal !== null && before.journal === null) return isWholeWithLog(before, after);
  if (!sameStore(before, after)) return false;
  if (before.journal !== null) return isSettled(before.db, startedAt) && isSettled(before.journal, startedAt);
  return !usesWal(before.db) || isSettled(before.db, startedAt);
}

function isWholeWithLog(before: StoreStamp, after: StoreStamp): boolean {
  const [first, second] = [before.wal, after.wal];
  if (first === null || second === null || after.journal !== null || before.db.inode !== after.db.inode) return false;
  const sameGeneration = first.head.subarray(0, 32).equals(second.head.subarray(0, 32));
  return sameFile(first, second) || (sameGeneration && first.inode === second.inode && second.size >= first.size);
}

/** Smaller ones are copied without yielding, so that less can happen meanwhile; bytes. */
const QUICK = 16n << 20n;

async function copyInto(folder: string, path: string, stamp: StoreStamp): Promise<string> {
  const target = join(folder, "mlflow.db");
  const endings = ["", ...(stamp.wal ? ["-wal"] : []), ...(stamp.journal ? ["-journal"] : [])];
  for (const ending of endings) {
    if (stamp.db.size <= QUICK) copyFileSync(path + ending, target + ending, constants.COPYFILE_FICLONE);
    else await copyFile(path + ending, target + ending, constants.COPYFILE_FICLONE);
  }
  return target;
}

/**
 * A program that opens the file anew for each transaction (as MLflow does) makes and removes its log faster than
 * times tick. Then what was copied is compared with a second reading: a commit between would show in one of them.
 */
function isProven(target: string, path: string, stamp: StoreStamp): boolean {
  if (!isQuiet(stamp) || stamp.db.size > QUICK || !sameStore(stamp, stampAfter(path))) return false;
  return readFileSync(target).equals(readFileSync(path)) && sameStore(stamp, stampAfter(path));
}

function checkSize(stamp: StoreStamp, name: string): void {
  const bytes = stamp.db.size + (stamp.wal?.size ?? 0n) + (stamp.journal?.size ?? 0n);
  if (bytes <= COPY_LIMIT) return;
  const state = isQuiet(stamp)
    ? "being written to"
    : stamp.wal
      ? "in use (it has a -wal)"
      : "in a transaction (it has a -journal)";
  const size = (Number(bytes) / 2 ** 30).toFixed(1);
  throw new StoreUnreadable("limit", `${name} is ${state} and, with ${size} GiB, too large to be copied for reading.`);
}

/** Copies a database with what is beside it; null where a writer changed it meanwhile. */
export async function tryCopy(path: string): Promise<PrivateCopy | null> {
  const startedAt = Date.now();
  const stamp = stampBefore(path);
  checkSize(stamp, basename(path));
  const folder = await newFolder();
  try {
    const target = await copyInto(folder, path, stamp);
    if (isWhole(stamp, stampAfter(path), startedAt) || isProven(target, path, stamp)) {
      // The original may be read-only; SQLite has to replay or roll back in the copy.
      for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o600);
      return { path: target, folder, stamp, madeAt: startedAt, took: Date.now() - startedAt };
    }
  } catch (error) {
    const reason = fromFileError(error, basename(path));
    dropCopy({ folder });
    // A journal or log that vanished while it was to be copied only means that its writer finished.
    if (reason.kind === "absent") return null;
    throw reason;
  }
  dropCopy({ folder });
  return null;
}
