import { folderNames, listAll } from "../../files/batch.ts";
import { decode } from "../../files/bytes.ts";
import { isForeign } from "../../files/foreign.ts";
import { VERSION_FOLDER } from "../../files/modelVersion.ts";
import { type Entry, join, type Scan } from "../../files/scan.ts";
import { PROMPT_TAG } from "../../model/registry.ts";
import type { ExperimentFolder } from "../../model/store.ts";
import { type MetaFacts, scanMeta } from "./metaFacts.ts";

/** A logged model's folder (`models/m-…` of an experiment) as it lies. */
export interface LoggedModelFacts {
  readonly experiment: string;
  /** The folder's name. */
  readonly id: string;
  readonly folder: string;
  readonly meta: MetaFacts;
}

/** A registered model's folder as it lies. */
export interface RegisteredFacts {
  readonly folder: string;
  /** The folder's name. */
  readonly name: string;
  readonly meta: MetaFacts;
  readonly isPrompt: boolean;
  readonly aliases: readonly AliasFacts[];
  readonly versions: readonly VersionFacts[];
  /** Folders that begin as a version's do and have no number. */
  readonly misnamed: readonly string[];
}

export interface AliasFacts {
  readonly alias: string;
  readonly path: string;
  /** What the file holds; null where it cannot be read. */
  readonly text: string | null;
}

export interface VersionFacts {
  readonly folder: string;
  /** As the folder's name has it. */
  readonly number: string;
  readonly meta: MetaFacts;
}

/** A store's models: what its runs logged, and what is registered. */
export interface ModelsFacts {
  readonly logged: readonly LoggedModelFacts[];
  readonly registered: readonly RegisteredFacts[];
}

/** Gathers the facts of a store's models: their own few files, no file of a model itself. */
export function* scanModelsFacts(experiments: readonly ExperimentFolder[]): Scan<ModelsFacts> {
  const logged: LoggedModelFacts[] = [];
  for (const { experiment, loggedModels } of experiments) {
    const folders = loggedModels.map((id) => join(experiment.folder, `models/${id}`));
    const listings = yield* listAll(folders);
    for (const [i, folder] of folders.entries()) {
      const meta = yield* scanMeta(join(folder, "meta.yaml"), listings[i] ?? []);
      logged.push({ experiment: experiment.folder, id: loggedModels[i] ?? "", folder, meta });
    }
  }
  return { logged, registered: yield* scanRegistered() };
}

function* scanRegistered(): Scan<RegisteredFacts[]> {
  const [root = []] = yield* listAll(["models"]);
  const names = folderNames(root).filter((name) => !isForeign(name));
  const listings = yield* listAll(names.map((name) => join("models", name)));
  const registered: RegisteredFacts[] = [];
  for (const [i, name] of names.entries()) registered.push(yield* scanModel(name, listings[i] ?? []));
  return registered;
}

function* scanModel(name: string, entries: readonly Entry[]): Scan<RegisteredFacts> {
  const folder = join("models", name);
  const meta = yield* scanMeta(join(folder, "meta.yaml"), entries);
  const has = (folderName: string): boolean => entries.some((entry) => entry.name === folderName);
  const aliases = has("aliases") ? yield* scanAliases(join(folder, "aliases")) : [];
  const isPrompt = has("tags") && (yield* scanText(join(folder, `tags/${PROMPT_TAG}`)))?.toLowerCase() === "true";
  const named = folderNames(entries).filter((entry) => entry.startsWith("version-"));
  const folders = named.filter((entry) => VERSION_FOLDER.test(entry));
  const listings = yield* listAll(folders.map((entry) => join(folder, entry)));
  const versions: VersionFacts[] = [];
  for (const [i, entry] of folders.entries()) {
    const place = join(folder, entry);
    const number = VERSION_FOLDER.exec(entry)?.[1] ?? "";
    versions.push({ folder: place, number, meta: yield* scanMeta(join(place, "meta.yaml"), listings[i] ?? []) });
  }
  const misnamed = named.filter((entry) => !VERSION_FOLDER.test(entry)).map((entry) => join(folder, entry));
  return { folder, name, meta, isPrompt, aliases, versions, misnamed };
}

function* scanAliases(folder: string): Scan<AliasFacts[]> {
  const [entries = []] = yield* listAll([folder]);
  const names = entries.filter(({ name, kind }) => kind === "file" && !isForeign(name)).map(({ name }) => name);
  const aliases: AliasFacts[] = [];
  for (const alias of names.sort()) {
    const path = join(folder, alias);
    aliases.push({ alias, path, text: yield* scanText(path) });
  }
  return aliases;
}

/** The text of a short file; null where it cannot be read. */
function* scanText(path: string): Scan<string | null> {
  const [reply] = yield [{ op: "read", path, limit: 1024, beyond: "cut" }];
  return reply?.op === "read" ? decode(reply.data, reply.start, reply.end).trim() : null;
}
