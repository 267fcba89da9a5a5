import { closeSync, lstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type ComposeFile, overridden, readComposeFile } from "../../core/docker/compose.ts";
import { readEnvironment } from "../../core/docker/interpolate.ts";
import { mlflowServerOf } from "../../core/docker/mlflowServer.ts";
import type { ServiceFiles } from "../../core/docker/serviceFiles.ts";
import { ENVIRONMENT_MARK } from "../../core/files/storeShape.ts";
import type { StoreRef } from "../../core/model/store.ts";
import { checkComposeFile, checkComposeText } from "../../core/verify/compose/composeFile.ts";
import type { HostThing, MountedStore } from "../../core/verify/compose/input.ts";
import type { Found } from "../../core/verify/rule.ts";
import type { Target } from "../../core/verify/target.ts";
import { isWithin } from "../disk/within.ts";
import { type ComposeText, composeFiles } from "../stack/composeFiles.ts";
import { serviceFiles } from "../stack/serviceFiles.ts";
import { mountedStore } from "./mountedStore.ts";

export interface ComposeRequest {
  readonly target: Target;
  /** A compose file by its path from the folder; empty for those that are found. */
  readonly configured: string;
}

/** Looks at the compose files of a folder: do their containers open and show the stores that lie here? */
export async function verifyCompose(
  folder: string,
  stores: readonly StoreRef[],
  { target, configured }: ComposeRequest,
  tell: (found: Found) => void,
): Promise<void> {
  for (const text of await composeFiles(folder, configured)) {
    const file = readAll(folder, text, tell);
    if (file === null || file.services.length === 0) continue;
    const beside = path.dirname(text.path);
    const files = new Map<string, ServiceFiles>();
    for (const service of file.services) files.set(service.name, await serviceFiles(service, beside, folder));
    const filesOf = ({ name }: { readonly name: string }): ServiceFiles => files.get(name) ?? NO_FILES;
    const mounted = new Map<string, MountedStore>();
    for (const store of stores)
      mounted.set(realOf(store.key), await mountedStore(store, slashed(path.relative(beside, store.key))));
    checkComposeFile(
      {
        file,
        servers: file.services.flatMap((service) =>
          service.extends === null ? (mlflowServerOf(service, filesOf(service)) ?? []) : [],
        ),
        filesOf,
        host: (from) => hostThing(path.resolve(beside, from), folder, mounted),
        stores: [...mounted.values()],
        target,
      },
      tell,
    );
  }
}

const NO_FILES: ServiceFiles = { dockerfile: null, dockerfilePath: null, variables: null, requirements: new Map() };

/** The file with its override on top; null where either cannot be read. */
function readAll(folder: string, text: ComposeText, tell: (found: Found) => void): ComposeFile | null {
  const variables = readEnvironment(text.variables);
  let file: ComposeFile | null = null;
  for (const part of [text, text.override]) {
    if (part === null) continue;
    const name = slashed(path.relative(folder, part.path));
    const read = readComposeFile(part.text, variables, name);
    checkComposeText({ path: name, text: part.text, read }, tell);
    if (!read.ok) return null;
    file = file === null ? read.file : overridden(file, read.file);
  }
  return file;
}

/** What stands at a place; outside the folder nothing is looked at. */
function hostThing(file: string, folder: string, stores: ReadonlyMap<string, MountedStore>): HostThing {
  const store = stores.get(realOf(file));
  if (store !== undefined) return store;
  if (!isWithin(folder, file)) return "unknown";
  try {
    const stats = statSync(file);
    if (!isWithin(realpathSync(folder), realpathSync(file))) return "unknown";
    if (stats.isDirectory()) return looksLikeStore(file) ? "other" : "folder";
    return stats.isFile() && isDatabase(file) ? "other" : "file";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "absent" : "unknown";
  }
}

/** Whether a folder has an experiment, so that it is a store which was not asked about. */
function looksLikeStore(folder: string): boolean {
  const names = readdirSync(folder).slice(0, 200);
  return !names.includes(ENVIRONMENT_MARK) && names.some((name) => isThere(path.join(folder, name, "meta.yaml")));
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function isDatabase(file: string): boolean {
  const head = Buffer.alloc(16);
  const handle = openSync(file, "r");
  try {
    readSync(handle, head, 0, 16, 0);
    return head.toString("latin1") === "SQLite format 3\0";
  } finally {
    closeSync(handle);
  }
}

function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function slashed(file: string): string {
  return file.replaceAll("\\", "/");
}
