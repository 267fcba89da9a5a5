import { LIMITS } from "../../files/limits.ts";
import {
  type Bytes,
  type Entry,
  type Failure,
  type FilesRequest,
  join,
  type Reply,
  type Scan,
} from "../../files/scan.ts";
import { type KeyEntry, keyEntry } from "./keyEntry.ts";
import { codeOf, followLinks } from "./keyLinks.ts";

/** A folder that is there and cannot be listed. */
export interface Unlisted {
  readonly path: string;
  readonly code: string;
}

/** What is made of each file; the bytes are valid only meanwhile. */
export type FactsOf<T> = (entry: KeyEntry, reply: Bytes | Failure | null) => T;

/** How the files of a folder of keys are looked at. */
export interface KeyReading<T> {
  readonly factsOf: FactsOf<T>;
  /** Bytes of one file that are looked at. */
  readonly limit: number;
  readonly beyond: "cut" | "refuse";
}

/** Longer files are read alone. */
const QUICK = 64 << 10;

/** Looks at every file below a folder of keys, by one request; links are named, not followed. */
export function* scanKeyFolder<T>(path: string, reading: KeyReading<T>, unlisted: Unlisted[]): Scan<readonly T[]> {
  const files = new KeyFiles(path, reading, unlisted);
  const [reply] = yield [files];
  yield* files.finish(reply);
  return files.facts;
}

class KeyFiles<T> implements FilesRequest {
  readonly op = "files";
  readonly path: string;
  readonly limit = QUICK;
  readonly depth = LIMITS.keyDepth;
  readonly facts: T[] = [];
  readonly #reading: KeyReading<T>;
  readonly #unlisted: Unlisted[];
  readonly #long: KeyEntry[] = [];

  constructor(path: string, reading: KeyReading<T>, unlisted: Unlisted[]) {
    this.path = path;
    this.#reading = reading;
    this.#unlisted = unlisted;
  }

  skips(): boolean {
    return false;
  }

  take(below: string, name: string, file: Bytes | Failure): boolean {
    const key = below + name;
    const entry = keyEntry(key, `${this.path}/${key}`, "file");
    if (file.op === "failure" && file.code === "too-large") this.#long.push(entry);
    else this.facts.push(this.#reading.factsOf(entry, file));
    return this.facts.length + this.#long.length < LIMITS.entries;
  }

  fails(path: string, code: string): void {
    this.#unlisted.push({ path: join(this.path, path), code });
  }

  /** Looks at what was left: links and the like, long files. */
  *finish(reply: Reply | undefined): Scan<void> {
    if (reply?.op !== "list") this.#unlisted.push({ path: this.path, code: codeOf(reply) });
    else if (reply.entries.length > 0) yield* this.#others(reply.entries);
    const { factsOf, limit, beyond } = this.#reading;
    for (const entry of this.#long) {
      const [file] = yield [{ op: "read", path: entry.path, limit, beyond }];
      this.facts.push(factsOf(entry, file?.op === "read" ? file : { op: "failure", code: codeOf(file) }));
    }
  }

  *#others(found: readonly Entry[]): Scan<void> {
    const entries = found
      .filter(({ kind }) => kind !== "folder")
      .map(({ name, kind }) => keyEntry(name, join(this.path, name), kind));
    for (const { entry, failure } of yield* followLinks(entries)) {
      this.facts.push(this.#reading.factsOf(entry, failure));
    }
  }
}
