import { orderRuns } from "../core/query/runs.ts";
import type { Options } from "./args.ts";
import { selectExperiments } from "./experiments.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import { applyFilter, checkOrder } from "./query.ts";
import { type FoundRun, readRuns } from "./readRuns.ts";
import { writeRunsCsv } from "./runsCsv.ts";
import { writeRunsJson } from "./runsJson.ts";
import { writeRunsTable } from "./runsTable.ts";
import type { Terminal } from "./terminal.ts";

/** Lists runs in the order asked for, newest first without one. */
export async function listRuns(
  stores: readonly OpenStore[],
  options: Options,
  terminal: Terminal,
  report: ProblemReport,
): Promise<void> {
  const found: FoundRun[] = [];
  checkOrder(
    options.orderBy,
    stores.map(({ ref }) => ref.kind),
  );
  const selected = selectExperiments(stores, options);
  for (const [i, store] of stores.entries()) {
    report.add(store, store.problems);
    const runs = await readRuns(store, selected[i] ?? [], report);
    const shown = options.deleted ? runs : runs.filter((run) => run.info.lifecycle === "active");
    for (const run of options.filter ? applyFilter(shown, options.filter, store.ref.kind) : shown) found.push(run);
  }
  const ordered = orderRuns(found, options.orderBy);
  const runs = ordered.slice(0, options.limit);
  if (options.format === "json") await writeRunsJson(runs, terminal.out, report);
  else if (options.format === "csv") await writeRunsCsv(runs, terminal.out);
  else await writeRunsTable(runs, { options, total: ordered.length, stores: stores.length }, terminal);
}
