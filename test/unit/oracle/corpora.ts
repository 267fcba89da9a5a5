import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { closeStores, type OpenStore, openStores } from "../../../src/cli/openStores.ts";
import { ProblemReport } from "../../../src/cli/problemReport.ts";
import { type FoundRun, readRuns } from "../../../src/cli/readRuns.ts";
import type { ProblemJson } from "../../../src/core/rest/problem.ts";

/** What was counted in a store by other means. */
export interface Counts {
  readonly experiments: number;
  readonly runs: number;
  readonly runs_without_meta: number;
  readonly metric_files: number;
  readonly param_files: number;
}

const ROOT = resolve("../shared/corpora");

/** Archives of real repositories' stores; none where they do not lie beside the project. */
export function archives(): { readonly name: string; readonly file: string }[] {
  return (existsSync(ROOT) ? readdirSync(ROOT) : [])
    .filter((name) => name.endsWith(".tar.gz"))
    .map((name) => ({ name: name.replace(".tar.gz", ""), file: join(ROOT, name) }));
}

/** By the archive's name, then by the store's path. */
export function archiveCounts(): Readonly<Record<string, Readonly<Record<string, Counts>>>> {
  return JSON.parse(readFileSync(join(ROOT, "counts.json"), "utf8"));
}

export interface Reading {
  readonly store: OpenStore;
  readonly runs: readonly FoundRun[];
  readonly problems: readonly ProblemJson[];
}

/** Reads all that a folder's stores hold. */
export async function readFolder(folder: string): Promise<Reading[]> {
  const stores = await openStores(folder, "/");
  const readings: Reading[] = [];
  for (const store of stores) {
    const report = new ProblemReport();
    report.add(store, store.problems);
    const runs = await readRuns(store, store.experiments, report);
    if (store.isOpen) report.add(store, (await store.reader.contents(store.experiments)).problems);
    readings.push({ store, runs, problems: report.found });
  }
  await closeStores(stores);
  return readings;
}

/** The same counts from what was read: a run without meta.yaml counts where its experiment has one. */
export function countsOf({ store, runs }: Reading): Counts {
  const hasMeta = (run: FoundRun): boolean => !run.problems.some((found) => found.code === "missing");
  const sum = (count: (run: FoundRun) => number): number => runs.reduce((total, run) => total + count(run), 0);
  return {
    experiments: store.experiments.filter(({ experiment }) => experiment.readable).length,
    metric_files: sum((run) => run.metrics.length),
    param_files: sum((run) => run.params.length),
    runs: sum((run) => Number(hasMeta(run))),
    runs_without_meta: sum((run) => Number(!hasMeta(run) && run.experiment.readable)),
  };
}
