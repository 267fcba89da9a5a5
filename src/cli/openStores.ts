import type { Judging } from "../core/model/judging.ts";
import { type Problem, problem } from "../core/model/problem.ts";
import type { ExperimentFolder, StoreRef } from "../core/model/store.ts";
import { configProblems, findConfig } from "../engine/config/findConfig.ts";
import { ArtifactLocator } from "../engine/disk/locateArtifacts.ts";
import { openFileReader } from "../engine/disk/reader.ts";
import { NoStore, resolveStore } from "../engine/disk/resolve.ts";
import type { StoreReader } from "../engine/reader.ts";
import { syncDisk } from "./syncDisk.ts";
import { UsageError } from "./usage.ts";

/** A store with what is known of it before any run is read. */
export interface OpenStore {
  readonly ref: StoreRef;
  readonly reader: StoreReader;
  readonly artifacts: ArtifactLocator;
  /** What the repository says of its metrics. */
  readonly judging: Judging;
  readonly experiments: readonly ExperimentFolder[];
  readonly problems: readonly Problem[];
  /** False where nothing at all could be read of it. */
  readonly isOpen: boolean;
}

/** Opens every store that a path means. One that cannot be read is open with a problem, unless nothing else is there. */
export async function openStores(path: string, cwd: string): Promise<readonly OpenStore[]> {
  const stores: OpenStore[] = [];
  let unavailable: string | null = null;
  for (const ref of await resolve(path, cwd)) {
    const reader = await openReader(ref);
    const config = await findConfig(ref);
    const told = configProblems(ref, config);
    const artifacts = new ArtifactLocator(ref, [], syncDisk);
    const opened = { ref, reader, artifacts, judging: config.config.judging };
    try {
      const { experiments, problems } = await reader.experiments();
      stores.push({ ...opened, experiments, problems: [...problems, ...told], isOpen: true });
    } catch (error) {
      const reason = reasonOf(error);
      if (isUnavailable(error)) unavailable = reason;
      stores.push({ ...opened, experiments: [], problems: [problem("database", "", reason), ...told], isOpen: false });
    }
  }
  if (unavailable && !stores.some((store) => store.isOpen)) throw new UsageError(unavailable);
  return stores;
}

export async function closeStores(stores: readonly OpenStore[]): Promise<void> {
  await Promise.all(stores.map((store) => store.reader.close()));
}

async function resolve(path: string, cwd: string): Promise<readonly StoreRef[]> {
  try {
    return await resolveStore(path, cwd);
  } catch (error) {
    if (error instanceof NoStore) throw new UsageError(error.reason);
    throw error;
  }
}

/** What only databases need is loaded when there is one. */
async function openReader(ref: StoreRef): Promise<StoreReader> {
  if (ref.kind === "file") return openFileReader(ref);
  const { openSqliteReader } = await import("../engine/sqlite/reader.ts");
  return openSqliteReader(ref);
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === "SqliteUnavailable";
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
