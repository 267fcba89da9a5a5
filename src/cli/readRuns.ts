import { codeParams } from "../core/model/codedParams.ts";
import { labelRuns, type RunLabel } from "../core/model/distinctLabels.ts";
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
    for (const [run, record] of records.entries()) {
      found.push({ ...record, store, experiment, label: labels.get(run)?.label ?? "" });
    }
  }
  return found;
}

function labelsOf(records: readonly RunRecord[]): ReadonlyMap<number, RunLabel> {
  const all = [...records.keys()];
  return labelRuns({
    all,
    active: all.filter((run) => records[run]?.info.lifecycle === "active"),
    params: codeParams(records),
    name: (run) => records[run]?.info.name ?? null,
    id: (run) => records[run]?.info.id ?? "",
  });
}
