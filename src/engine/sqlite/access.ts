import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Connection, type Opening, openConnection } from "./connection.ts";
import { fromFileError, StoreUnreadable } from "./errors.ts";
import { checkHead, truncation } from "./header.ts";
import { loadSqlite, opensUris, type Sqlite } from "./nodeSqlite.ts";
import { dropCopy, type PrivateCopy, tryCopy } from "./privateCopy.ts";
import {
  isQuiet,
  isSettled,
  realDatabase,
  type StoreStamp,
  sameFile,
  sameStore,
  stampAfter,
  stampBefore,
  usesWal,
} from "./stamp.ts";
import { immutableUri } from "./uri.ts";

/** Waits between tries in milliseconds; a transaction of MLflow's takes a few. */
const IN_PLACE = [0, 1, 2, 5, 10, 20, 30];
const COPIES = [0, 5, 10, 20, 40, 80];

/** The file is let go of after so many milliseconds without a question: Windows does not replace a file that is open. */
const IDLE = 250;

/** What answers come from: the file itself, or a copy. */
interface Source {
  readonly connection: Connection;
  readonly stamp: StoreStamp;
  readonly copy: PrivateCopy | null;
}

/** What a read is given: the connection, and why the file is not whole (null where it is). */
export type Read<T> = (connection: Connection, truncated: string | null) => T;

/** A value, or what reading it threw. */
type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/**
 * Lets a database be read without a trace beside it, without a lock, and never torn: in place while nobody writes,
 * with its stamp compared before and after; else from a private copy. Reads wait for each other.
 * A writer with `journal_mode` OFF or MEMORY leaves no sign of a transaction under way; MLflow has neither.
 */
export class StoreAccess {
  readonly #path: string;
  #sqlite: Sqlite | null = null;
  #readsInPlace = false;
  #source: Source | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** When the copy was made that answers come from; null where they come from the file itself. */
  get asOf(): number | null {
    return this.#source?.copy?.madeAt ?? null;
  }

  /** One consistent answer. `read` may be called several times and must keep nothing between. */
  answer<T>(read: Read<T>): Promise<T> {
    const result = this.#last.then(() => this.#settle(read));
    this.#last = result.catch(() => null);
    return result;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
    clearTimeout(this.#idle);
    this.#release();
  }

  async #settle<T>(read: Read<T>): Promise<T> {
    if (this.#closed) throw new StoreUnreadable("closed", `${basename(this.#path)} was closed.`);
    clearTimeout(this.#idle);
    if (this.#sqlite === null) {
      this.#sqlite = loadSqlite();
      this.#readsInPlace = opensUris(this.#sqlite);
    }
    const path = realDatabase(this.#path);
    try {
      const outcome = (await this.#inPlace(path, read)) ?? (await this.#fromCopy(path, read));
      if ("error" in outcome) throw outcome.error;
      return outcome.value;
    } catch (error) {
      throw error instanceof Error && "syscall" in error ? fromFileError(error, basename(this.#path)) : error;
    } finally {
      if (this.#source?.copy === null) this.#idle = setTimeout(() => this.#release(), IDLE).unref();
    }
  }

  /** Null where a writer does not leave the file alone long enough, or it has a log or a crash's journal beside it. */
  async #inPlace<T>(path: string, read: Read<T>): Promise<Outcome<T> | null> {
    if (!this.#readsInPlace) return null;
    // Where the last answer had to come from a copy, the writer is likely still at it.
    const waits = this.#source?.copy ? IN_PLACE.slice(0, 3) : IN_PLACE;
    for (const wait of waits) {
      await pause(wait);
      const before = stampBefore(path);
      if (before.wal !== null || (before.journal !== null && this.#isCopied(before))) return null;
      if (!isQuiet(before) || (usesWal(before.db) && !isSettled(before.db, Date.now()))) continue;
      const outcome = this.#readInPlace(path, before, read);
      const after = stampAfter(path);
      if (isQuiet(after) && sameFile(before.db, after.db)) return outcome;
      this.#release();
    }
    return null;
  }

  #readInPlace<T>(path: string, stamp: StoreStamp, read: Read<T>): Outcome<T> {
    if (this.#source?.copy !== null || !sameFile(this.#source.stamp.db, stamp.db)) this.#release();
    return this.#read(stamp, null, { location: immutableUri(path), writable: false }, read);
  }

  async #fromCopy<T>(path: string, read: Read<T>): Promise<Outcome<T>> {
    const copy = (await this.#currentCopy(path)) ?? null;
    if (copy === null)
      throw new StoreUnreadable("busy", `${basename(path)} is being written to all the time; it is tried again later.`);
    if (this.#source?.copy !== copy) this.#release();
    // A log has to be replayed and a journal rolled back, which is why the copy is opened for writing.
    return this.#read(
      copy.stamp,
      copy,
      { location: copy.path, writable: !isQuiet(copy.stamp) || usesWal(copy.stamp.db) },
      read,
    );
  }

  /** The copy there is, while it is the newest state or a new one would cost too much; else a new one. */
  async #currentCopy(path: string): Promise<PrivateCopy | null> {
    const old = this.#source?.copy ?? null;
    if (old && (this.#isCopied(stampBefore(path)) || Date.now() < old.madeAt + old.took * 5)) return old;
    for (const wait of COPIES) {
      await pause(wait);
      const copy = await tryCopy(path);
      if (copy) return copy;
    }
    return old;
  }

  /** Whether the copy there is holds this very state; a state younger than a tick of the clock may be two. */
  #isCopied(stamp: StoreStamp): boolean {
    const copy = this.#source?.copy ?? null;
    if (copy === null || !sameStore(copy.stamp, stamp)) return false;
    return !isQuiet(stamp) || !usesWal(stamp.db) || isSettled(stamp.db, copy.madeAt);
  }

  #read<T>(stamp: StoreStamp, copy: PrivateCopy | null, how: Omit<Opening, "truncated">, read: Read<T>): Outcome<T> {
    const name = basename(this.#path);
    try {
      checkHead(stamp.db, name);
      const cut = isQuiet(stamp) ? truncation(stamp.db, name) : null;
      const connection = this.#source?.connection ?? this.#open({ ...how, truncated: cut }, name);
      this.#source = { connection, stamp, copy };
      return { value: read(connection, cut) };
    } catch (error) {
      if (copy && this.#source === null) dropCopy(copy);
      return { error };
    }
  }

  #open(opening: Opening, name: string): Connection {
    return openConnection(this.#sqlite ?? loadSqlite(), opening, name);
  }

  #release(): void {
    const source = this.#source;
    this.#source = null;
    source?.connection.close();
    if (source?.copy) dropCopy(source.copy);
  }
}

async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await delay(milliseconds);
}
