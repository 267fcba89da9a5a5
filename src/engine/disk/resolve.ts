import { type Stats, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DATABASE_HEAD, isDatabaseName, isSqlite, TRASH } from "../../core/files/storeShape.ts";
import type { StoreRef } from "../../core/model/store.ts";
import { configStores } from "../config/configStores.ts";
import { parseSqliteUri } from "../sqlite/uri.ts";
import { promisedDiskCalls } from "./calls.ts";
import { discoverStores, UNBOUNDED } from "./discover.ts";
import { headOf, holdsExperiment, isExperiment, namesIn } from "./probe.ts";

/** What was given names no store; `reason` is one sentence for a person. */
export class NoStore extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = "NoStore";
    this.reason = reason;
  }
}

/** The stores that a PATH of the command line means: a folder, a database file, a `sqlite:` or a `file:` URI. Throws NoStore. */
export async function resolveStore(given: string, cwd: string): Promise<readonly StoreRef[]> {
  if (given.includes("\0")) throw new NoStore("The path holds a NUL character.");
  // A folder's name may look like a URI: what is there counts.
  const literal = given === "" ? null : statOf(path.resolve(cwd, given));
  const place = path.resolve(cwd, literal ? given : pathOf(given));
  const found = literal ?? statOf(place);
  if (found === null) throw new NoStore(`There is no file or folder ${place}.`);
  if (found.isDirectory()) return inFolder(place);
  return [await databaseAt(place)];
}

/** A drive's letter is one character, a scheme has more. */
const SCHEME = /^([a-z][a-z0-9+.-]+):/i;

function pathOf(given: string): string {
  if (given === "") throw new NoStore("The path is empty.");
  const scheme = SCHEME.exec(given)?.[1]?.toLowerCase();
  if (scheme === undefined) return given;
  if (scheme === "file") return filePath(given);
  if (/^sqlite(\+\w+)?$/.test(scheme)) return sqlitePath(given);
  throw new NoStore(`${scheme}: is not read; give a folder, a .db file, or a sqlite: or file: URI.`);
}

function filePath(uri: string): string {
  try {
    return /^file:\/\//i.test(uri) ? fileURLToPath(uri) : decodeURIComponent(uri.slice("file:".length));
  } catch {
    throw new NoStore(`${uri} is no path of this machine.`);
  }
}

function sqlitePath(uri: string): string {
  const file = parseSqliteUri(uri);
  if (file === null) throw new NoStore(`${uri} names no file; write sqlite:///mlflow.db.`);
  return file;
}

async function databaseAt(file: string): Promise<StoreRef> {
  if (!isDatabaseName(file)) {
    const head = await headOf(promisedDiskCalls, file, DATABASE_HEAD);
    if (head === null || !isSqlite(head)) throw new NoStore(`${file} is neither a folder nor an SQLite database.`);
  }
  return { key: file, kind: "sqlite", base: path.dirname(file), label: "." };
}

async function inFolder(folder: string): Promise<readonly StoreRef[]> {
  const { stores: walked } = await discoverStores(folder, UNBOUNDED);
  const stores = await withStated(folder, walked);
  if (stores.some((store) => store.key === folder)) return withBase(stores, path.dirname(folder));
  if (stores.length > 0) return stores;
  const enclosing = await enclosingStore(folder);
  if (enclosing) return [{ key: enclosing, kind: "file", base: path.dirname(enclosing), label: "." }];
  throw new NoStore(`There is no MLflow store in ${folder}: no mlruns folder, no experiment, no mlflow.db.`);
}

/** The stores found and those that the folder's config names, each once. */
async function withStated(folder: string, walked: readonly StoreRef[]): Promise<readonly StoreRef[]> {
  const byKey = new Map(walked.map((store) => [store.key, store]));
  for (const { path: place, kind } of await configStores(folder)) {
    const stated = kind === "file" ? await databaseIfOne(place) : (await discoverStores(place, UNBOUNDED)).stores;
    for (const store of stated) {
      const label = path.relative(folder, store.key).replaceAll("\\", "/");
      if (!byKey.has(store.key)) byKey.set(store.key, { ...store, base: folder, label });
    }
  }
  return [...byKey.values()];
}

/** A config may name what is no database; the stores found are not lost by it. */
async function databaseIfOne(file: string): Promise<readonly StoreRef[]> {
  try {
    return [await databaseAt(file)];
  } catch (error) {
    if (error instanceof NoStore) return [];
    throw error;
  }
}

/** Artifacts of a store that was given itself are looked for beside it too. */
function withBase(stores: readonly StoreRef[], base: string): StoreRef[] {
  return stores.map((store) => ({ ...store, base }));
}

/** Deeper than artifacts usually lie in `<store>/.trash/<experiment>/models/<id>/artifacts/…`. */
const LEVELS_UP = 12;

/** The store that a run's, an experiment's or any folder of it lies in. */
async function enclosingStore(folder: string): Promise<string | null> {
  let inner = folder;
  for (let level = 0; level < LEVELS_UP && path.dirname(inner) !== inner; level++) {
    const outer = path.dirname(inner);
    if (await isPartOfStore(outer, path.basename(inner))) return outer;
    inner = outer;
  }
  return null;
}

async function isPartOfStore(outer: string, name: string): Promise<boolean> {
  if (path.basename(outer) === TRASH) return false;
  if (await isExperiment(promisedDiskCalls, path.join(outer, name))) return true;
  if (name !== TRASH && name !== "models") return false;
  return holdsExperiment(promisedDiskCalls, outer, await namesIn(promisedDiskCalls, outer), 64);
}

function statOf(place: string): Stats | null {
  try {
    return statSync(place, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
