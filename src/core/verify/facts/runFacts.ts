import { LIMITS } from "../../files/limits.ts";
import { type Entry, join, type Reply, type Scan } from "../../files/scan.ts";
import { type KeyReading, scanKeyFolder, type Unlisted } from "./keyFolder.ts";
import { codeOf } from "./keyLinks.ts";
import { scanKeyNames } from "./keyNames.ts";
import { type MetaFacts, scanMeta, unlistedMeta } from "./metaFacts.ts";
import { type MetricFacts, metricFacts } from "./metricFacts.ts";
import { type TextFacts, textFacts } from "./textFacts.ts";

/** A folder as listed: its entries, or the system error that stood in the way (`ENOENT` where it is not there). */
export type FolderFacts = { readonly entries: readonly Entry[] } | { readonly entries: null; readonly code: string };

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
  readonly unlisted: readonly Unlisted[];
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
  const unlisted: Unlisted[] = [];
  const below = function* <T>(name: string, reading: KeyReading<T>): Scan<readonly T[]> {
    if (!has(name)) return [];
    const path = join(folder, name);
    if (!options.values) return yield* scanKeyNames(path, reading.factsOf, unlisted);
    return yield* scanKeyFolder(path, reading, unlisted);
  };
  return {
    experiment,
    run,
    folder,
    inTrash: experiment.startsWith(".trash/"),
    listing,
    meta,
    params: yield* below("params", TEXTS),
    tags: yield* below("tags", TEXTS),
    metrics: yield* below("metrics", METRICS),
    inputs: has("inputs") ? yield* scanLinks(join(folder, "inputs"), unlisted) : [],
    outputs: has("outputs") ? yield* scanLinks(join(folder, "outputs"), unlisted) : [],
    unlisted,
  };
}

/** Whether any of the run's files or folders could not be read, so that what is missing may be there. */
export function hasFaults({ listing, meta, params, tags, metrics, inputs, outputs, unlisted }: RunFacts): boolean {
  const isUnread = ({ problems }: MetaFacts): boolean => problems.some(({ code }) => code === "unreadable");
  return (
    listing.entries === null ||
    unlisted.length > 0 ||
    [meta, ...inputs.map((link) => link.meta), ...outputs.map((link) => link.meta)].some(isUnread) ||
    [params, tags, metrics].some((entries) => entries.some(({ failure }) => failure !== null))
  );
}

function folderFacts(reply: Reply | undefined): FolderFacts {
  if (reply?.op === "list") return { entries: reply.entries };
  return { entries: null, code: codeOf(reply) };
}

const TEXTS: KeyReading<TextFacts> = { factsOf: textFacts, limit: LIMITS.text, beyond: "cut" };
const METRICS: KeyReading<MetricFacts> = { factsOf: metricFacts, limit: LIMITS.metric, beyond: "refuse" };

function* scanLinks(folder: string, unlisted: Unlisted[]): Scan<readonly LinkFacts[]> {
  const listed = folderFacts((yield [{ op: "list", path: folder }])[0]);
  if (listed.entries === null) unlisted.push({ path: folder, code: listed.code });
  const folders = (listed.entries ?? []).filter(({ kind }) => kind === "folder").map(({ name }) => join(folder, name));
  const links: LinkFacts[] = [];
  for (const path of folders) {
    const inner = folderFacts((yield [{ op: "list", path }])[0]);
    const file = join(path, "meta.yaml");
    const meta = inner.entries === null ? unlistedMeta(file, inner.code) : yield* scanMeta(file, inner.entries);
    links.push({ path, name: path.slice(folder.length + 1), meta });
  }
  return links;
}
