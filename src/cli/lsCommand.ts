import { csvRecord } from "../core/compare/export/csv.ts";
import { toJsonText } from "../core/model/jsonNumber.ts";
import { toExperimentJson } from "../core/rest/experiment.ts";
import { toStoreJson } from "../core/rest/problem.ts";
import type { Options } from "./args.ts";
import { selectExperiments } from "./experiments.ts";
import type { OpenStore } from "./openStores.ts";
import type { ProblemReport } from "./problemReport.ts";
import { styleFor } from "./style.ts";
import { type Column, layOut } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { counted } from "./values.ts";

const COUNTS = ["runs", "logged_models", "traces"] as const;

/** Lists stores and their experiments, without reading a run. */
export async function listStores(
  stores: readonly OpenStore[],
  options: Options,
  terminal: Terminal,
  report: ProblemReport,
): Promise<void> {
  const selected = selectExperiments(stores, options);
  const rows: Row[] = [];
  for (const [i, store] of stores.entries()) {
    report.add(store, store.problems);
    for (const { experiment, runs, loggedModels, traces } of selected[i] ?? []) {
      const counts = { runs: runs.length, logged_models: loggedModels.length, traces: traces.length };
      rows.push({ ...toExperimentJson(store.ref.label, experiment), counts });
    }
  }
  if (options.format === "json") {
    const found = stores.map(({ ref }) => toJsonText(toStoreJson(ref))).join(",\n");
    await terminal.out(`{"stores": [\n${found}\n],\n"experiments": [\n${rows.map(toJsonText).join(",\n")}\n]}\n`);
  } else if (options.format === "csv") {
    await terminal.out(csvRecord(["store", "experiment_id", "name", "lifecycle_stage", ...COUNTS]));
    for (const row of rows) {
      const counts = COUNTS.map((count) => String(row.counts[count]));
      await terminal.out(csvRecord([row.store, row.experiment_id, row.name, row.lifecycle_stage, ...counts]));
    }
  } else await writeTables(stores, rows, terminal);
}

type Row = ReturnType<typeof toExperimentJson> & { readonly counts: Readonly<Record<(typeof COUNTS)[number], number>> };

async function writeTables(
  stores: readonly OpenStore[],
  rows: readonly Row[],
  { out, width, colour }: Terminal,
): Promise<void> {
  const style = styleFor(colour);
  for (const [i, { ref }] of stores.entries()) {
    const own = rows.filter((row) => row.store === ref.label);
    const runs = own.reduce((sum, { counts }) => sum + counts.runs, 0);
    const said = `${counted(own.length, "experiment")}, ${counted(runs, "run")}`;
    await out(`${i > 0 ? "\n" : ""}${style.bold(ref.label)}  ${style.dim(`${ref.kind}, ${said}`)}\n`);
    if (own.length === 0) continue;
    for (const line of layOut(columnsFor(own), width, style).lines) await out(`${line}\n`);
  }
}

function columnsFor(rows: readonly Row[]): Column[] {
  const counts = COUNTS.filter((count) => count === "runs" || rows.some((row) => row.counts[count] > 0));
  return [
    { title: "ID", cells: rows.map((row) => ({ text: row.experiment_id })), fixed: true },
    ...counts.map((count) => ({
      title: count.replace("logged_", "").toUpperCase(),
      cells: rows.map((row) => ({ text: String(row.counts[count]) })),
      right: true,
    })),
    {
      title: "EXPERIMENT",
      cells: rows.map((row) => ({ text: row.lifecycle_stage === "deleted" ? `${row.name} (deleted)` : row.name })),
    },
  ];
}
