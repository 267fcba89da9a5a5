import { walkKeys } from "./keys.ts";
import { join, type Scan } from "./scan.ts";

/** The sizes and times of all metadata files of a run as one number, and the newest of the times. */
export interface RunStamp {
  readonly digest: number;
  /** Milliseconds since 1970; 0 without files. */
  readonly newest: number;
}

const FOLDERS = ["params", "metrics", "tags", "inputs", "outputs"];

/** Compares cheaply: a run whose digest is the same as before holds the same files. Null where its folder is gone. */
export function* scanStamp(experiment: string, run: string): Scan<RunStamp | null> {
  const folder = join(experiment, run);
  const [listing] = yield [{ op: "list", path: folder }];
  if (listing?.op !== "list")
    return listing?.op === "failure" && listing.code !== "ENOENT" ? { digest: 0, newest: 0 } : null;
  const folders = listing.entries.filter((entry) => entry.kind === "folder" && FOLDERS.includes(entry.name));
  const files = yield* walkKeys(folders.map((entry) => ({ path: join(folder, entry.name) })));
  const paths = [join(folder, "meta.yaml"), ...files.map((file) => file.path)].sort();
  const replies = yield paths.map((path) => ({ op: "stat", path }) as const);
  const digest = new Digest();
  let newest = 0;
  for (const [i, path] of paths.entries()) {
    const reply = replies[i];
    digest.text(path, folder.length);
    if (reply?.op !== "stat") continue;
    digest.number(reply.size);
    digest.number(reply.mtime);
    newest = Math.max(newest, reply.mtime);
  }
  return { digest: digest.value(), newest };
}

/** Two 32-bit multiplicative hashes side by side (after cyrb53): 53 bits, enough to tell two states of one run apart. */
class Digest {
  #a = 0xdeadbeef;
  #b = 0x41c6ce57;
  readonly #float = new Float64Array(1);
  readonly #words = new Uint32Array(this.#float.buffer);

  /** Adds a text from a place on. */
  text(text: string, from: number): void {
    for (let i = from; i < text.length; i++) this.#add(text.charCodeAt(i));
    this.#add(-1);
  }

  number(value: number): void {
    this.#float[0] = value;
    this.#add(this.#words[0] ?? 0);
    this.#add(this.#words[1] ?? 0);
  }

  value(): number {
    const a = Math.imul(this.#a ^ (this.#b >>> 15), 0x85ebca6b);
    const b = Math.imul(this.#b ^ (this.#a >>> 13), 0xc2b2ae35);
    return (b & 0x1fffff) * 2 ** 32 + (a >>> 0);
  }

  #add(word: number): void {
    this.#a = Math.imul(this.#a ^ word, 2654435761);
    this.#b = Math.imul(this.#b ^ word, 1597334677);
    this.#a ^= this.#a >>> 15;
    this.#b ^= this.#b >>> 13;
  }
}
