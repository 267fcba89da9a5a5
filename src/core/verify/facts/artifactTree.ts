import { isBinary } from "../../artifacts/sniff.ts";
import { unclosedQuote } from "../../artifacts/table.ts";
import { decode, gitLeftover } from "../../files/bytes.ts";
import { lineAt, readLooseJson } from "../../files/looseJson.ts";
import { type Bytes, type Entry, join, type Scan } from "../../files/scan.ts";

/** Everything below a folder of artifacts, each file in short. */
export interface ArtifactTreeFacts {
  readonly root: string;
  /** Files whose content is not what their name says: `reason` is a sentence's end. */
  readonly unparsed: readonly { readonly path: string; readonly line: number | null; readonly reason: string }[];
  readonly pointers: readonly string[];
  /** Links that lead out of the store or to nothing. */
  readonly links: readonly { readonly path: string; readonly leads: "outside" | "nothing" }[];
  /** Folders with an MLmodel file. */
  readonly models: readonly string[];
  /** False where there was more than is looked at. */
  readonly isWhole: boolean;
}

/** What is looked at of one owner's artifacts. */
export const TREE_LIMITS = { entries: 20_000, depth: 32, parsed: 4 << 20 } as const;

const POINTER = 1024;
const PARSED = /\.(json|csv|tsv)$/i;

/** Walks the artifacts of one run, logged model or version; a link is never entered. */
export function* scanArtifactTree(root: string): Scan<ArtifactTreeFacts> {
  const facts: Mutable = { root, unparsed: [], pointers: [], links: [], models: [], isWhole: true };
  const pending = [{ path: root, depth: 0 }];
  let left: number = TREE_LIMITS.entries;
  for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
    const { path, depth } = folder;
    const [listing] = yield [{ op: "list", path }];
    const entries = listing?.op === "list" ? listing.entries : [];
    left -= entries.length;
    if (left < 0 || depth > TREE_LIMITS.depth) return { ...facts, isWhole: false };
    for (const entry of entries) yield* scanEntry(path, entry, facts);
    const inner = entries.filter(({ kind }) => kind === "folder");
    pending.push(...inner.map(({ name }) => ({ path: join(path, name), depth: depth + 1 })));
  }
  return facts;
}

type Mutable = {
  -readonly [K in keyof ArtifactTreeFacts]: ArtifactTreeFacts[K] extends readonly (infer T)[]
    ? T[]
    : ArtifactTreeFacts[K];
};

function* scanEntry(folder: string, { name, kind }: Entry, facts: Mutable): Scan<void> {
  const path = join(folder, name);
  if (kind === "link") {
    const [reply] = yield [{ op: "follow", path }];
    if (reply?.op !== "follow") facts.links.push({ path, leads: "nothing" });
    else if (reply.path === null) facts.links.push({ path, leads: "outside" });
  }
  if (kind !== "file") return;
  if (name === "MLmodel") facts.models.push(folder);
  const limit = PARSED.test(name) ? TREE_LIMITS.parsed : POINTER;
  const [reply] = yield [{ op: "read", path, limit, beyond: "cut" }];
  if (reply?.op !== "read") return;
  const isShort = reply.end - reply.start < POINTER;
  if (isShort && gitLeftover(decode(reply.data, reply.start, reply.end))?.code === "lfs-pointer")
    facts.pointers.push(path);
  else if (PARSED.test(name) && !reply.cut) {
    const fault = faultOf(name, reply);
    if (fault !== null) facts.unparsed.push({ path, ...fault });
  }
}

/** Why a table or JSON file does not read as one. Python's NaN reads well enough. */
function faultOf(name: string, { data, start, end }: Bytes): { line: number | null; reason: string } | null {
  const bytes = data.subarray(start, end);
  // UTF-16, as spreadsheets write it.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return null;
  if (isBinary(bytes, false)) return { line: null, reason: "is no text" };
  const text = decode(data, start, end);
  const conflict = gitLeftover(text);
  if (conflict !== null) return { line: conflict.line, reason: "holds unresolved merge conflict markers" };
  if (/\.json$/i.test(name)) return jsonFaultOf(text);
  const line = unclosedQuote(text, /\.csv$/i.test(name) ? "," : "\t");
  return line === null ? null : { line, reason: "has a quoted field that does not end" };
}

function jsonFaultOf(text: string): { line: number | null; reason: string } | null {
  const { kind, fault } = readLooseJson(text);
  if (kind !== "broken" && kind !== "escaped") return null;
  if (text.trim() === "") return { line: null, reason: "is empty" };
  if (fault === null || isJsonLines(text)) return null;
  return { line: lineAt(text, fault.at), reason: fault.reason };
}

/** Whether each line is a value of its own, as pandas and loggers write them. */
function isJsonLines(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.every((line) => /^\s*[[{]/.test(line) && readLooseJson(line).kind === null);
}
