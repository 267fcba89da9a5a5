import { orderRuns } from "../core/query/runs.ts";
import type { Options } from "./args.ts";
import { foundRuns } from "./foundRuns.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import { checkOrder } from "./query.ts";
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
  const kinds = stores.map(({ ref }) => ref.kind);
  if (options.orderBy.length > 0) checkOrder(options.orderBy, kinds);
  const ordered = orderRuns(await foundRuns(stores, options, report, terminal), options.orderBy);
  const runs = ordered.slice(0, options.limit);
  if (options.format === "json") await writeRunsJson(runs, terminal.out, report);
  else if (options.format === "csv") await writeRunsCsv(runs, terminal.out);
  else await writeRunsTable(runs, { options, total: ordered.length, stores: stores.length }, terminal);
}
