import type { Problem } from "../model/problem.ts";
import { type ModelAlias, type ModelVersion, PROMPT_TAG, type RegisteredModel } from "../model/registry.ts";
import { byText, type KeyValue, textOf } from "../model/text.ts";
import { folderNames, listAll, readYamls } from "./batch.ts";
import { isForeign } from "./foreign.ts";
import { readKeys } from "./keys.ts";
import { byVersion, toVersion, VERSION_FOLDER } from "./modelVersion.ts";
import { toTime } from "./run.ts";
import { type Entry, join, type Scan } from "./scan.ts";
import { TextFolders } from "./texts.ts";
import type { YamlFile } from "./yaml.ts";

export interface RegistryScan {
  /** Models and prompts, sorted by name. */
  readonly models: readonly RegisteredModel[];
  readonly problems: readonly Problem[];
}

/** A model's folder and the names of its versions' folders. */
interface ModelFolder {
  readonly path: string;
  readonly name: string;
  readonly versions: readonly string[];
}

/** Reads the registered models of a store, all of one kind of file at once. */
export function* scanRegistry(): Scan<RegistryScan> {
  const problems: Problem[] = [];
  const folders = yield* modelFolders();
  const paths = folders.flatMap((model) => [model.path, ...model.versions]);
  const metas = yield* readMetas(paths, problems);
  const texts = yield* readTexts(folders, problems);
  const models = folders.map((folder) => toModel(folder, metas, texts));
  return { models: models.sort((a, b) => byText(a.name, b.name)), problems };
}

function* modelFolders(): Scan<ModelFolder[]> {
  const [root = []] = yield* listAll(["models"]);
  const names = folderNames(root).filter((name) => !isForeign(name));
  const paths = names.map((name) => join("models", name));
  const listings = yield* listAll(paths);
  return paths.flatMap((path, i) => {
    const entries = listings[i] ?? [];
    const versions = versionFolders(entries).map((version) => join(path, version));
    const isModel = versions.length > 0 || entries.some((entry) => entry.name === "meta.yaml");
    return isModel ? [{ path, name: names[i] ?? "", versions }] : [];
  });
}

function versionFolders(entries: readonly Entry[]): string[] {
  return folderNames(entries).filter((name) => VERSION_FOLDER.test(name));
}

function* readMetas(paths: readonly string[], problems: Problem[]): Scan<ReadonlyMap<string, YamlFile>> {
  const metas = yield* readYamls(paths.map((path) => join(path, "meta.yaml")));
  for (const meta of metas) problems.push(...meta.problems);
  return new Map(metas.map((meta, i) => [paths[i] ?? "", meta]));
}

/** Tags of models and versions, and the alias files, by their folder. */
function* readTexts(folders: readonly ModelFolder[], problems: Problem[]): Scan<TextFolders> {
  const texts = new TextFolders(problems);
  const wanted = folders.flatMap(({ path, versions }) => [
    join(path, "tags"),
    join(path, "aliases"),
    ...versions.map((version) => join(version, "tags")),
  ]);
  yield* readKeys(
    wanted.map((folder) => texts.folder(folder)),
    problems,
  );
  return texts;
}

function toModel(folder: ModelFolder, metas: ReadonlyMap<string, YamlFile>, texts: TextFolders): RegisteredModel {
  const fields = metas.get(folder.path)?.fields;
  const name = fields?.get("name") || folder.name;
  const tags = texts.of(join(folder.path, "tags"));
  const aliases = toAliases(texts.of(join(folder.path, "aliases")));
  const versions = folder.versions.flatMap((path): ModelVersion[] => {
    const version = toVersion(name, path, metas.get(path), texts.of(join(path, "tags")), aliases);
    return version ? [version] : [];
  });
  return {
    name,
    isPrompt: textOf(tags, PROMPT_TAG)?.toLowerCase() === "true",
    description: fields?.get("description") ?? null,
    created: toTime(fields?.get("creation_timestamp")),
    updated: toTime(fields?.get("last_updated_timestamp")),
    tags,
    aliases,
    versions: versions.sort(byVersion),
  };
}

/** One file an alias, holding the version's number; the map in meta.yaml is a stale copy. */
function toAliases(files: readonly KeyValue[]): ModelAlias[] {
  return files.map(({ key, value }) => ({ alias: key, version: value.trim() }));
}
