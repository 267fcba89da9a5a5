import { promises as fs } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { threadId } from "node:worker_threads";
import { Digest } from "../../core/files/digest.ts";
import { decodePart, encodeTable, type TablePart } from "../../core/index/codec.ts";
import type { RunTable } from "../../core/index/table.ts";
import type { Problem } from "../../core/model/problem.ts";

/** What a snapshot holds besides the table. */
export interface SnapshotAbout {
  /** The store's path: two stores never share a file, but a folder may have been moved. */
  readonly store: string;
  /** Problems of runs, by experiment and run folder. */
  readonly problems: readonly (readonly [experiment: string, run: string, problems: readonly Problem[]])[];
}

/** Tells files apart that this thread writes at the same time. */
let written = 0;

/** Keeps a store's index between sessions, in a folder of its own; a missing or foreign file is as good as none. */
export class SnapshotFile {
  readonly #folder: string;
  readonly #path: string;
  readonly #store: string;

  constructor(folder: string, store: string) {
    this.#folder = folder;
    this.#store = store;
    const digest = new Digest();
    digest.text(store, 0);
    this.#path = join(folder, `${digest.value().toString(36)}.index`);
  }

  async read(): Promise<{ readonly part: TablePart; readonly about: SnapshotAbout } | null> {
    const bytes = await fs.readFile(this.#path).catch(() => null);
    const part = bytes && decodePart(bytes);
    const about = part?.about as SnapshotAbout | undefined;
    return part && about?.store === this.#store && Array.isArray(about.problems) ? { part, about } : null;
  }

  /** Written beside and moved into place, so that a reader never sees half of it; readable by this user alone. */
  async write(table: RunTable, problems: SnapshotAbout["problems"]): Promise<void> {
    const about: SnapshotAbout = { store: this.#store, problems };
    const temporary = `${this.#path}.${process.pid}-${threadId}-${++written}`;
    await fs.mkdir(this.#folder, { recursive: true, mode: 0o700 });
    try {
      await fs.writeFile(temporary, encodeTable(table, about), { mode: 0o600 });
      await fs.rename(temporary, this.#path);
    } finally {
      await fs.rm(temporary, { force: true });
    }
  }
}
