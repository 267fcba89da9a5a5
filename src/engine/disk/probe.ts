import { lstat } from "node:fs";
import path from "node:path";
import { LIMITS } from "../../core/files/limits.ts";
import {
  DATABASE_HEAD,
  DATABASE_NAME,
  isDatabaseName,
  isExperimentMeta,
  isMlflowDatabase,
  likelyExperimentsFirst,
  TRASH,
} from "../../core/files/storeShape.ts";
import type { AsyncCalls } from "./calls.ts";

/** The names in a folder by what they are; links are neither followed nor counted among the others. */
export interface Names {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  readonly links: readonly string[];
}

const NOTHING: Names = { folders: [], files: [], links: [] };

/** What a folder holds; nothing where it cannot be listed. */
export async function namesIn(calls: AsyncCalls, folder: string): Promise<Names> {
  try {
    const entries = await calls.readdir(folder);
    const named = (wanted: (entry: (typeof entries)[number]) => boolean): string[] =>
      entries.filter(wanted).map((entry) => entry.name);
    return {
      folders: named((entry) => entry.isDirectory()),
      files: named((entry) => entry.isFile()),
      links: named((entry) => entry.isSymbolicLink()),
    };
  } catch {
    return NOTHING;
  }
}

/** The first bytes of a regular file; null where there is none or it cannot be read. */
export async function headOf(calls: AsyncCalls, file: string, bytes: number): Promise<Uint8Array | null> {
  try {
    return (await calls.readFile(file, bytes, true)).data;
  } catch {
    return null;
  }
}

/** Whether a folder's own `meta.yaml` is an experiment's. */
export async function isExperiment(calls: AsyncCalls, folder: string): Promise<boolean> {
  const file = path.join(folder, "meta.yaml");
  const head = (await kindOf(file)) === "file" ? await headOf(calls, file, LIMITS.yaml) : null;
  return head !== null && isExperimentMeta(new TextDecoder().decode(head));
}

/** Tried at once; experiments' ids come first, so that the first try nearly always answers. */
const AT_ONCE = 8;

/** Whether a folder holds an experiment, deleted ones too; at most `tries` of its folders are looked at. */
export async function holdsExperiment(
  calls: AsyncCalls,
  folder: string,
  names: Names,
  tries: number,
): Promise<boolean> {
  const candidates = likelyExperimentsFirst(names.folders.filter((name) => name !== TRASH)).slice(0, tries);
  for (let at = 0; at < candidates.length; at += at === 0 ? 1 : AT_ONCE) {
    const batch = candidates.slice(at, at === 0 ? 1 : at + AT_ONCE);
    const found = await Promise.all(batch.map((name) => isExperiment(calls, path.join(folder, name))));
    if (found.includes(true)) return true;
  }
  if (!names.folders.includes(TRASH)) return false;
  const trash = path.join(folder, TRASH);
  const deleted = await namesIn(calls, trash);
  return holdsExperiment(calls, trash, { ...deleted, folders: deleted.folders.filter((n) => n !== TRASH) }, tries);
}

/** The databases of MLflow's in a folder. */
export async function databasesIn(calls: AsyncCalls, folder: string, files: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of files.filter(isDatabaseName)) {
    if (name === DATABASE_NAME) found.push(name);
    else {
      const head = await headOf(calls, path.join(folder, name), DATABASE_HEAD);
      if (head !== null && isMlflowDatabase(head)) found.push(name);
    }
  }
  return found;
}

/** Folders `artifacts/mlruns` of a store's runs and logged models, as paths below the store. */
export async function storesUnderArtifacts(calls: AsyncCalls, store: string, names: Names): Promise<string[]> {
  const found: string[] = [];
  for (const experiment of names.folders) {
    const owners = (await namesIn(calls, path.join(store, experiment))).folders;
    const models = owners.includes("models")
      ? (await namesIn(calls, path.join(store, experiment, "models"))).folders.map((name) => path.join("models", name))
      : [];
    const candidates = [...owners, ...models].map((owner) => path.join(experiment, owner, "artifacts", "mlruns"));
    found.push(...(await foldersAmong(store, candidates)));
  }
  return found;
}

/** Many at once, because on a slow share each call waits. */
const IN_FLIGHT = 64;

async function foldersAmong(root: string, candidates: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < candidates.length; at += IN_FLIGHT) {
    const batch = candidates.slice(at, at + IN_FLIGHT);
    const kinds = await Promise.all(batch.map((name) => isFolder(path.join(root, name))));
    found.push(...batch.filter((_, index) => kinds[index] === true));
  }
  return found;
}

/** Whether a path is a folder itself, not a link to one. */
export async function isFolder(file: string): Promise<boolean> {
  return (await kindOf(file)) === "folder";
}

/** By callback, because most of these thousands of files are not there, and a promise's rejection costs 2.5 times more. */
function kindOf(file: string): Promise<"file" | "folder" | null> {
  return new Promise((resolve) => {
    lstat(file, (error, found) => {
      if (error === null && found.isDirectory()) resolve("folder");
      else resolve(error === null && found.isFile() ? "file" : null);
    });
  });
}
