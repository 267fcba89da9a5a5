import { LIMITS } from "../../files/limits.ts";
import { join, type Reply, type Scan } from "../../files/scan.ts";
import { type KeyEntry, keyEntry } from "./keyEntry.ts";
import type { FactsOf, Unlisted } from "./keyFolder.ts";
import { codeOf, followLinks } from "./keyLinks.ts";

/** The same by name alone: no file is read. */
export function* scanKeyNames<T>(path: string, factsOf: FactsOf<T>, unlisted: Unlisted[]): Scan<readonly T[]> {
  const found: KeyEntry[] = [];
  let folders = [{ path, prefix: "" }];
  for (let depth = 0; folders.length > 0 && depth <= LIMITS.keyDepth && found.length < LIMITS.entries; depth++) {
    const replies = yield folders.map((folder) => ({ op: "list", path: folder.path }) as const);
    for (const [i, at] of folders.entries()) {
      const reply = replies[i];
      if (reply?.op !== "list") unlisted.push({ path: at.path, code: codeOf(reply) });
    }
    const entries = folders.flatMap(({ path: folder, prefix }, i) => entriesOf(folder, prefix, replies[i]));
    found.push(...entries.filter(({ kind }) => kind !== "folder"));
    folders = entries.filter(({ kind }) => kind === "folder").map((at) => ({ path: at.path, prefix: `${at.key}/` }));
  }
  return (yield* followLinks(found)).map(({ entry, failure }) => factsOf(entry, failure));
}

function entriesOf(folder: string, prefix: string, reply: Reply | undefined): readonly KeyEntry[] {
  if (reply?.op !== "list") return [];
  return reply.entries.map(({ name, kind }) => keyEntry(prefix + name, join(folder, name), kind));
}
