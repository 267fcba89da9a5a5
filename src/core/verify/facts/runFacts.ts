import { decode, gitLeftover } from "../../files/bytes.ts";
import { LIMITS } from "../../files/limits.ts";
import { type Entry, join, type Reply, type Request, type Scan } from "../../files/scan.ts";
import type { KeyEntry } from "./keyEntry.ts";
import { type MetaFacts, scanMeta } from "./metaFacts.ts";
import { type MetricFacts, metricFacts } from "./metricFacts.ts";

/** A folder as listed: its entries, or the system error that stood in the way (`ENOENT` where it is not there). */
export type FolderFacts = { readonly entries: readonly Entry[] } | { readonly entries: null; readonly code: string };

/** A param or tag file, read at the level `full`. */
export interface TextFacts extends KeyEntry {
  /** Null where it was not read: at the level `quick`, or where it could not be. */
  readonly text: string | null;
  /** The system error that stood in the way. */
  readonly failure: string | null;
  /** Bytes that are no UTF-8. */
  readonly lossy: boolean;
  readonly leftover: ReturnType<typeof gitLeftover>;
}

/** An entry below `inputs` or `outputs`. */
export interface LinkFacts {
  readonly path: string;
  readonly name: string;
  readonly meta: MetaFacts;
}

/** One run's files as they lie, nothing made of them yet. Paths are below the store. */
export interface RunFacts {
  readonly experiment: string;
  readonly run: string;
  readonly folder: string;
  /** Whether its experiment lies in the trash. */
  readonly inTrash: boolean;
  readonly listing: FolderFacts;
  readonly meta: MetaFacts;
  readonly params: readonly TextFacts[];
  readonly tags: readonly TextFacts[];
  readonly metrics: readonly MetricFacts[];
  readonly inputs: readonly LinkFacts[];
  readonly outputs: readonly LinkFacts[];
  /** Folders of keys that could not be listed though they are there. */
  readonly unlisted: readonly { readonly path: string; readonly code: string }[];
}

export interface RunFactsOptions {
  /** Whether values are read, or only looked at by name. */
  readonly values: boolean;
}

/** Gathers one run's facts; null where its folder is gone. */
export function* scanRunFacts(experiment: string, run: string, options: RunFactsOptions): Scan<RunFacts | null> {
  const folder = join(experiment, run);
  const listing = folderFacts((yield [{ op: "list", path: folder }])[0]);
  if (listing.entries === null && listing.code === "ENOENT") return null;
  const entries = listing.entries ?? [];
  const has = (name: string): boolean => entries.some((entry) => entry.name === name && entry.kind === "folder");
  const meta = yield* scanMeta(join(folder, "meta.yaml"), entries);
  const unlisted: { path: string; code: string }[] = [];
  const below = function* (name: string): Scan<readonly KeyEntry[]> {
    return has(name) ? yield* scanKeyEntries(join(folder, name), unlisted) : [];
  };
  return {
    experiment,
    run,
    folder,
    inTrash: experiment.startsWith(".trash/"),
    listing,
    meta,
    params: yield* scanValues(yield* below("params"), options, textFacts, TEXT_READ),
    tags: yield* scanValues(yield* below("tags"), options, textFacts, TEXT_READ),
    metrics: yield* scanValues(yield* below("metrics"), options, metricFacts, METRIC_READ),
    inputs: has("inputs") ? yield* scanLinks(join(folder, "inputs"), unlisted) : [],
    outputs: has("outputs") ? yield* scanLinks(join(folder, "outputs"), unlisted) : [],
    unlisted,
  };
}

function folderFacts(reply: Reply | undefined): FolderFacts {
  if (reply?.op === "list") return { entries: reply.entries };
  return { entries: null, code: reply?.op === "failure" ? reply.code : "EIO" };
}

/** Everything below a folder of keys, in the order found; links are named, not followed. */
function* scanKeyEntries(folder: string, unlisted: { path: string; code: string }[]): Scan<readonly KeyEntry[]> {
  const found: KeyEntry[] = [];
  let folders = [{ path: folder, prefix: "" }];
  for (let depth = 0; folders.length > 0 && depth <= LIMITS.keyDepth && found.length < LIMITS.entries; depth++) {
    const replies = yield folders.map(({ path }) => ({ op: "list", path }) as const);
    const next: typeof folders = [];
    for (const [i, at] of folders.entries()) {
      const listed = folderFacts(replies[i]);
      if (listed.entries === null) unlisted.push({ path: at.path, code: listed.code });
      const entries = (listed.entries ?? []).map(({ name, kind }) => {
        return { key: at.prefix + name, path: join(at.path, name), kind, leads: null };
      });
      const files = entries.filter(({ kind }) => kind !== "folder");
      found.push(...(files.some(({ kind }) => kind === "link") ? yield* followLinks(files) : files));
      const inner = entries.filter(({ kind }) => kind === "folder");
      next.push(...inner.map(({ key, path }) => ({ path, prefix: `${key}/` })));
    }
    folders = next;
  }
  return found;
}

/** Says of each link where it leads. */
function* followLinks(entries: readonly KeyEntry[]): Scan<readonly KeyEntry[]> {
  const links = entries.filter(({ kind }) => kind === "link");
  const replies = yield links.map(({ path }) => ({ op: "follow", path }) as const);
  const leads = new Map(links.map((link, i) => [link, leadsOf(replies[i])]));
  return entries.map((entry) => ({ ...entry, leads: leads.get(entry) ?? null }));
}

function leadsOf(reply: Reply | undefined): KeyEntry["leads"] {
  if (reply?.op !== "follow") return "nothing";
  return reply.path === null ? "outside" : "inside";
}

const TEXT_READ = (path: string): Request => ({ op: "read", path, limit: LIMITS.text, beyond: "cut" });
const METRIC_READ = (path: string): Request => ({ op: "read", path, limit: LIMITS.metric, beyond: "refuse" });

/** Read one by one where long: a batch's replies live together. */
const BATCH = 16;

function* scanValues<T>(
  entries: readonly KeyEntry[],
  { values }: RunFactsOptions,
  factsOf: (entry: KeyEntry, reply: Reply | undefined) => T,
  request: (path: string) => Request,
): Scan<readonly T[]> {
  if (!values) return entries.map((entry) => factsOf(entry, undefined));
  const facts: T[] = [];
  for (let i = 0; i < entries.length; i += BATCH) {
    const batch = entries.slice(i, i + BATCH);
    const files = batch.filter(({ kind }) => kind === "file");
    const replies = files.length === 0 ? [] : yield files.map(({ path }) => request(path));
    const replyOf = new Map(files.map((file, k) => [file, replies[k]]));
    for (const entry of batch) facts.push(factsOf(entry, replyOf.get(entry)));
  }
  return facts;
}

function textFacts(entry: KeyEntry, reply: Reply | undefined): TextFacts {
  const nothing = { ...entry, text: null, failure: null, lossy: false, leftover: null };
  if (reply === undefined) return nothing;
  if (reply.op !== "read") return { ...nothing, failure: reply.op === "failure" ? reply.code : "EIO" };
  const text = decode(reply.data, reply.start, reply.end);
  return { ...nothing, text, lossy: text.includes("\ufffd"), leftover: text.length > 40 ? gitLeftover(text) : null };
}

function* scanLinks(folder: string, unlisted: { path: string; code: string }[]): Scan<readonly LinkFacts[]> {
  const listed = folderFacts((yield [{ op: "list", path: folder }])[0]);
  if (listed.entries === null) unlisted.push({ path: folder, code: listed.code });
  const folders = (listed.entries ?? []).filter(({ kind }) => kind === "folder").map(({ name }) => join(folder, name));
  const links: LinkFacts[] = [];
  for (const path of folders) {
    const inner = folderFacts((yield [{ op: "list", path }])[0]);
    const meta = yield* scanMeta(join(path, "meta.yaml"), inner.entries ?? []);
    links.push({ path, name: path.slice(folder.length + 1), meta });
  }
  return links;
}
