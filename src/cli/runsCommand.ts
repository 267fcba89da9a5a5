import { orderRuns } from "../core/query/orderRuns.ts";
import type { Options } from "./args.ts";
import { selectExperiments } from "./experiments.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
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
  const selected = selectExperiments(stores, options);
  for (const [i, store] of stores.entries()) {
    report.add(store, store.problems);
    for (const run of await readRuns(store, selected[i] ?? [], report)) {
      if (options.deleted || run.info.lifecycle === "active") found.push(run);
    }
  }
  const ordered = orderRuns(found, options.orderBy);
  const runs = ordered.slice(0, options.limit);
  if (options.format === "json") await writeRunsJson(runs, terminal.out, report);
  else if (options.format === "csv") await writeRunsCsv(runs, terminal.out);
  else await writeRunsTable(runs, { options, total: ordered.length, stores: stores.length }, terminal);
}
