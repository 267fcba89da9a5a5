import { isForeign } from "../../files/foreign.ts";
import { baseName, type EntryKind } from "../../files/scan.ts";

/** A file, or whatever lies in its place, below a folder of keys. */
export interface KeyEntry {
  readonly key: string;
  /** Below the store. */
  readonly path: string;
  readonly kind: EntryKind;
  /** Of a link: whether it leads to something in the store, to something outside, or to nothing; null otherwise. */
  readonly leads: "inside" | "outside" | "nothing" | null;
  /** Whether it is a file that tools leave in any folder, and no key. */
  readonly stray: boolean;
}

export function keyEntry(key: string, path: string, kind: EntryKind): KeyEntry {
  return { key, path, kind, leads: null, stray: isForeign(baseName(path)) };
}
