import { stat } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import type { StoreRef } from "../../core/model/store.ts";
import { configStores } from "../../engine/config/configStores.ts";
import { discoverStores, EDITOR_BOUNDS } from "../../engine/disk/discover.ts";
import { readConfigured } from "./configured.ts";

/** A workspace folder on disk. */
export interface Folder {
  readonly name: string;
  readonly path: string;
}

export interface LookOptions {
  readonly depth: number;
  readonly configured: readonly string[];
  readonly signal: AbortSignal;
}

/** Every store of the folders and of the setting, each once; with several folders their names stand before. */
export async function lookForStores(folders: readonly Folder[], options: LookOptions): Promise<StoreRef[]> {
  const found = await Promise.all(folders.map((folder) => lookInFolder(folder, options)));
  const several = folders.length > 1;
  const byKey = new Map<string, StoreRef>();
  for (const [index, refs] of found.entries()) {
    for (const ref of refs) {
      if (!byKey.has(ref.key)) byKey.set(ref.key, named(ref, folders[index]?.name ?? "", several));
    }
  }
  return [...byKey.values()];
}

function named(ref: StoreRef, folder: string, several: boolean): StoreRef {
  if (ref.label === ".") return { ...ref, label: folder };
  return several && !isAbsolute(ref.label) ? { ...ref, label: `${folder}/${ref.label}` } : ref;
}

async function lookInFolder(folder: Folder, { depth, configured, signal }: LookOptions): Promise<StoreRef[]> {
  const walk = discoverStores(folder.path, { depth, maxFolders: EDITOR_BOUNDS.maxFolders, signal });
  const stated = (await configStores(folder.path)).map(({ path }) => path);
  const extra = [...configured, ...stated].map((entry) => lookAtEntry(entry, folder, signal));
  const [walked, ...entries] = await Promise.all([walk, ...extra]);
  return [...walked.stores, ...entries.flat()];
}

/** What a configured entry means in a folder: a database, or the stores in and below a folder. */
async function lookAtEntry(entry: string, folder: Folder, signal: AbortSignal): Promise<StoreRef[]> {
  const named = readConfigured(entry);
  if (named === null) return [];
  const path = resolve(folder.path, named.path);
  const kind = await kindOf(path);
  if (kind === null) return [];
  const inside = !relative(folder.path, path).startsWith("..") && !isAbsolute(relative(folder.path, path));
  const base = inside ? folder.path : path;
  if (kind === "file")
    return [{ key: path, kind: "sqlite", base: folder.path, label: labelOf(path, folder.path, inside) }];
  const { stores } = await discoverStores(path, { depth: 1, maxFolders: EDITOR_BOUNDS.maxFolders, signal });
  return stores.map((ref) => ({ ...ref, base, label: labelOf(ref.key, folder.path, inside) }));
}

function labelOf(path: string, folder: string, inside: boolean): string {
  if (!inside) return path;
  const label = relative(folder, path).replaceAll("\\", "/");
  return label === "" ? "." : label;
}

async function kindOf(path: string): Promise<"file" | "folder" | null> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}
