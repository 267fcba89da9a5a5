import path from "node:path";
import type { RunRef } from "../../core/model/run.ts";
import type { ExperimentFolder, StoreRef } from "../../core/model/store.ts";
import { fromTop, placeOf } from "../git/place.ts";
import { commitOf, namesBetween } from "../git/repository.ts";
import type { GitRunner } from "../git/runner.ts";

/** Files of one store that differ between two commits, as paths below it; of a database its own name. */
export type ChangedFiles = ReadonlySet<string>;

/** Full hashes of two commits, and what they changed of each store that lies in their repository. */
export interface StoreChanges {
  readonly before: string;
  readonly after: string;
  readonly byStore: ReadonlyMap<string, ChangedFiles>;
}

/** What two commits changed of the stores; null where no store's repository has both. Rejects as Git does. */
export async function changesOfStores(
  git: GitRunner,
  stores: readonly StoreRef[],
  before: string,
  after: string,
): Promise<StoreChanges | null> {
  const byStore = new Map<string, ChangedFiles>();
  let found: { before: string; after: string } | null = null;
  for (const { key, kind } of stores) {
    const folder = kind === "file" ? key : path.dirname(key);
    const place = await placeOf(git, folder);
    if (place === null) continue;
    const [from, to] = [await commitOf(git, place.top, before), await commitOf(git, place.top, after)];
    if (from === null || to === null) continue;
    found ??= { before: from, after: to };
    const own = fromTop(place, kind === "file" ? "" : path.basename(key));
    const names = await namesBetween(git, place.top, [from, to], own);
    const start = place.below === "" ? 0 : place.below.length + 1;
    if (names.length > 0) byStore.set(key, new Set(names.map((name) => name.slice(start))));
  }
  return found === null ? null : { ...found, byStore };
}

/** Experiments that changed, with those of their runs alone that did; and such runs that are not there any more. */
export function touchedRuns(
  store: string,
  experiments: readonly ExperimentFolder[],
  files: ChangedFiles,
): {
  readonly experiments: readonly ExperimentFolder[];
  readonly there: readonly RunRef[];
  readonly gone: readonly RunRef[];
} {
  const touched = new Map<string, Set<string>>();
  for (const file of files) {
    const [, experiment = "", run] = OF_A_RUN.exec(file) ?? [];
    if (run !== undefined) touched.set(experiment, (touched.get(experiment) ?? new Set()).add(run));
  }
  const there: RunRef[] = [];
  const narrowed = experiments.map((folder) => {
    const { folder: experiment } = folder.experiment;
    const names = touched.get(experiment) ?? new Set();
    const runs = folder.runs.filter((run) => names.delete(run));
    there.push(...runs.map((run) => ({ store, experiment, run })));
    return { ...folder, runs };
  });
  const gone = [...touched].flatMap(([experiment, runs]) => [...runs].map((run) => ({ store, experiment, run })));
  const changed = narrowed.filter(
    ({ experiment, runs }) => runs.length > 0 || files.has(`${experiment.folder}/meta.yaml`),
  );
  return { experiments: changed, there, gone: gone.filter(({ run }) => /^[0-9a-f]{32}$/.test(run)) };
}

const OF_A_RUN = /^((?:\.trash\/)?[^/]+)\/([^/]+)\//;
