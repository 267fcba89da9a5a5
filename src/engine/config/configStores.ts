import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { isWithin } from "../disk/within.ts";
import { readConfigIn } from "./findConfig.ts";

export interface ConfigStore {
  /** Absolute path. */
  readonly path: string;
  readonly kind: "file" | "folder";
}

/** The further stores that a folder's own config names: those that are there and, links followed, lie in that folder. */
export async function configStores(folder: string): Promise<readonly ConfigStore[]> {
  const { config } = readConfigIn(folder);
  const found = await Promise.all(config.stores.map((entry) => placeOf(folder, entry)));
  return found.filter((store) => store !== null);
}

async function placeOf(folder: string, entry: string): Promise<ConfigStore | null> {
  const place = path.resolve(folder, entry);
  try {
    if (!isWithin(await realpath(folder), await realpath(place))) return null;
    return { path: place, kind: (await stat(place)).isDirectory() ? "folder" : "file" };
  } catch {
    return null;
  }
}
