import type { Options } from "./args.ts";
import { selectExperiments } from "./experiments.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import { applyFilter, tellUnknownKeys } from "./query.ts";
import { type FoundRun, readRuns } from "./readRuns.ts";
import type { Terminal } from "./terminal.ts";

/** The runs that the options mean, store by store; says so where a filter asks for keys that none has. */
export async function foundRuns(
  stores: readonly OpenStore[],
  options: Options,
  report: ProblemReport,
  terminal: Terminal,
): Promise<readonly FoundRun[]> {
  const seen = await readAll(stores, options, report);
  const { filter } = options;
  if (!filter) return seen.flat();
  const found = seen.flatMap((runs, i) => applyFilter(runs, filter, stores[i]?.ref.kind ?? "file"));
  if (found.length === 0) await tellUnknownKeys(filter, seen.flat(), terminal);
  return found;
}

/** Every run that may be listed, one list a store. */
async function readAll(
  stores: readonly OpenStore[],
  options: Options,
  report: ProblemReport,
): Promise<(readonly FoundRun[])[]> {
  const selected = selectExperiments(stores, options);
  const all: (readonly FoundRun[])[] = [];
  for (const [i, store] of stores.entries()) {
    report.add(store, store.problems);
    const runs = await readRuns(store, selected[i] ?? [], report);
    all.push(options.deleted ? runs : runs.filter((run) => run.info.lifecycle === "active"));
  }
  return all;
}
