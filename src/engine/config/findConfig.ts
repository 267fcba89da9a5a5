import { lstatSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { CONFIG_FILE, NO_CONFIG, type ReadConfig } from "../../core/config/config.ts";
import { CONFIG_LIMIT, parseConfig } from "../../core/config/parse.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import type { StoreRef } from "../../core/model/store.ts";
import { isWithin } from "../disk/within.ts";

/** The config that speaks for a store, and where it lies. */
export interface FoundConfig extends ReadConfig {
  /** Absolute path; null where there is none. */
  readonly file: string | null;
}

/** There is no config. */
export const NOTHING_SAID: FoundConfig = { file: null, config: NO_CONFIG, problems: [] };

/** What could not be read of a config, as problems of the store it speaks for. */
export function configProblems(store: StoreRef, { file, problems }: FoundConfig): readonly Problem[] {
  const place = file === null ? "" : path.relative(store.key, file).replaceAll("\\", "/");
  return problems.map((reason) => problem("malformed", place, reason, null, "warning"));
}

/** Folders looked at upward: repositories are not deeper. */
const LEVELS_UP = 32;

/**
 * The nearest config upward from a store: to the top of its Git repository, else to the folder that was opened. A handful
 * of synchronous calls: waiting for as many promises takes longer than they do, and loading what makes them.
 */
export async function findConfig(store: StoreRef): Promise<FoundConfig> {
  let folder = path.dirname(store.key);
  const top = topOf(folder, store.base);
  for (let level = 0; level < LEVELS_UP; level++) {
    const found = readConfigIn(folder);
    if (found.file !== null || folder === top) return found;
    folder = path.dirname(folder);
  }
  return NOTHING_SAID;
}

/** The config of one folder. A link is followed only where it stays in that folder's tree. */
export function readConfigIn(folder: string): FoundConfig {
  const file = path.join(folder, CONFIG_FILE);
  try {
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (found === undefined) return NOTHING_SAID;
    if (found.isSymbolicLink()) {
      const target = path.relative(realpathSync(folder), realpathSync(file));
      if (target.startsWith("..") || path.isAbsolute(target)) {
        return { ...NOTHING_SAID, file, problems: [`${CONFIG_FILE} is a link out of its folder and was not read.`] };
      }
    } else if (!found.isFile()) return NOTHING_SAID;
    // One more than is read says that there is more.
    if (found.size > CONFIG_LIMIT * 4) return { file, ...parseConfig(" ".repeat(CONFIG_LIMIT + 1)) };
    return { file, ...parseConfig(readFileSync(file, "utf8")) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return NOTHING_SAID;
    return { ...NOTHING_SAID, file, problems: [`${CONFIG_FILE} could not be read: ${(error as Error).message}.`] };
  }
}

function topOf(folder: string, base: string): string {
  let at = folder;
  for (let level = 0; level < LEVELS_UP; level++) {
    // A worktree's or a submodule's `.git` is a file.
    if (isThere(path.join(at, ".git"))) return at;
    if (path.dirname(at) === at) break;
    at = path.dirname(at);
  }
  return isWithin(base, folder) ? base : folder;
}

function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
