import type { Options } from "./args.ts";
import { selectExperiments } from "./experiments.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import { applyFilter } from "./query.ts";
import { type FoundRun, readRuns } from "./readRuns.ts";

/** The runs that the options mean, store by store. */
export async function foundRuns(
  stores: readonly OpenStore[],
  options: Options,
  report: ProblemReport,
): Promise<readonly FoundRun[]> {
  const found: FoundRun[] = [];
  const selected = selectExperiments(stores, options);
  for (const [i, store] of stores.entries()) {
    report.add(store, store.problems);
    const runs = await readRuns(store, selected[i] ?? [], report);
    const shown = options.deleted ? runs : runs.filter((run) => run.info.lifecycle === "active");
    for (const run of options.filter ? applyFilter(shown, options.filter, store.ref.kind) : shown) found.push(run);
  }
  return found;
}
