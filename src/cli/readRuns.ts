import { distinctLabels } from "../core/model/distinctLabels.ts";
import type { Experiment } from "../core/model/experiment.ts";
import type { RunRecord } from "../core/model/run.ts";
import type { ExperimentFolder } from "../core/model/store.ts";
import type { OpenStore } from "./openStores.ts";
import { problemsOf, runIds } from "./parents.ts";
import type { ProblemReport } from "./problemReport.ts";

/** A run and where it was found. */
export interface FoundRun extends RunRecord {
  readonly store: OpenStore;
  readonly experiment: Experiment;
  /** Stands alone: tells the run from the others of its experiment. */
  readonly label: string;
}

/** Reads the runs of some experiments, without their points. */
export async function readRuns(
  store: OpenStore,
  folders: readonly ExperimentFolder[],
  report: ProblemReport,
): Promise<FoundRun[]> {
  const found: FoundRun[] = [];
  const ids = runIds(store);
  for (const { experiment, runs } of folders) {
    const records: RunRecord[] = [];
    for await (const batch of store.reader.records(experiment.folder, runs)) {
      for (const record of batch) {
        records.push(record);
        report.add(store, problemsOf(record, ids, store.ref.kind === "sqlite"));
      }
    }
    const labels = labelsOf(records);
    for (const record of records) found.push({ ...record, store, experiment, label: labels.get(record) ?? "" });
  }
  return found;
}

/** Labels by run. Deleted runs are siblings only among themselves and to the rest, not the other way round. */
function labelsOf(records: readonly RunRecord[]): ReadonlyMap<RunRecord, string> {
  const labels = new Map<RunRecord, string>();
  const label = (runs: readonly RunRecord[]): void => {
    const texts = distinctLabels(runs.map(({ info, params }) => ({ id: info.id, name: info.name, params })));
    for (const [i, run] of runs.entries()) if (!labels.has(run)) labels.set(run, texts[i] ?? "");
  };
  label(records.filter((run) => run.info.lifecycle === "active"));
  if (labels.size < records.length) label(records);
  return labels;
}
