import type { ComparedRun } from "../core/compare/attributes.ts";
import { compareRuns } from "../core/compare/compareRuns.ts";
import { codeParams } from "../core/model/codedParams.ts";
import { labelRuns, type RunLabel } from "../core/model/distinctLabels.ts";
import { ALL_EXPERIMENTS, GUESSING, type Judging, statedGoal } from "../core/model/judging.ts";
import { isLive } from "../core/model/live.ts";
import type { RunRecord } from "../core/model/run.ts";
import { shownStatus } from "../core/model/status.ts";
import type { Comparison, RunRow } from "../core/model/views.ts";
import type { RunPlace } from "./findRun.ts";
import type { ProblemReport } from "./problemReport.ts";
import { UsageError } from "./usage.ts";

/** Runs side by side, and what each was read as. */
export interface RunsCompared {
  readonly comparison: Comparison;
  readonly records: readonly RunRecord[];
}

/** Reads runs and sets them side by side. They are labelled among themselves, whatever other runs there are. */
export async function readComparison(places: readonly RunPlace[], report: ProblemReport): Promise<RunsCompared> {
  const records: RunRecord[] = [];
  for (const place of places) {
    const record = await recordOf(place);
    report.add(place.store, record.problems);
    records.push(record);
  }
  const runs = records.map((record, i): ComparedRun => {
    const place = places[i];
    return {
      record,
      status: statusOf(record),
      experimentName: place?.name ?? "",
      storeLabel: place?.store.ref.label ?? "",
    };
  });
  const judging = places[0]?.store.judging ?? GUESSING;
  const experiments = places.map(({ name }) => name);
  const comparison = {
    runs: rowsOf(places, records),
    experiments,
    ...{ missing: [], baseline: 0, primary: statedFor(judging, experiments, records) },
    ...compareRuns(runs, (key) => statedGoal(judging, key)),
  };
  return { comparison, records };
}

/** What the repository says that these experiments are judged by, where it says one thing of all. */
function statedFor({ primary, goals }: Judging, experiments: readonly string[], records: readonly RunRecord[]) {
  const stated = new Set(experiments.map((name) => primary.get(name) ?? primary.get(ALL_EXPERIMENTS)));
  const [key] = stated;
  if (stated.size !== 1 || key === undefined || !records.some(hasMetric(key))) return null;
  return { key, goal: statedGoal({ primary, goals }, key) };
}

function hasMetric(key: string): (record: RunRecord) => boolean {
  return ({ metrics }) => metrics.some((metric) => metric.key === key);
}

async function recordOf({ store, folder, run }: RunPlace): Promise<RunRecord> {
  for await (const [record] of store.reader.records(folder.experiment.folder, [run])) if (record) return record;
  throw new UsageError(`The run ${run} vanished while it was read.`);
}

function statusOf({ info, metrics }: RunRecord): RunRow["status"] {
  const newestMetric = metrics.reduce((newest, { last }) => Math.max(newest, last.timestamp), Number.NEGATIVE_INFINITY);
  const signs = { status: info.status, start: info.start, newestMetric, changed: null };
  return shownStatus(info.status, isLive(signs, Date.now()), info.readable);
}

function rowsOf(places: readonly RunPlace[], records: readonly RunRecord[]): readonly RunRow[] {
  const all = [...records.keys()];
  const labels = labelRuns({
    ...{ all, active: all, params: codeParams(records) },
    name: (run) => records[run]?.info.name ?? null,
    id: (run) => records[run]?.info.id ?? "",
  });
  return records.map((record, i) => rowOf(record, places[i], labels.get(i)));
}

function rowOf(record: RunRecord, place: RunPlace | undefined, label: RunLabel | undefined): RunRow {
  const { info, params, tags, metrics, datasets, modelOutputs, problems } = record;
  return {
    ref: { store: place?.store.ref.key ?? "", experiment: info.experiment, run: info.folder },
    id: info.id,
    ...(label ?? { label: info.id, telling: [] }),
    name: info.name,
    status: statusOf(record),
    lifecycle: info.lifecycle,
    start: info.start,
    end: info.end,
    primary: null,
    children: 0,
    problems: problems.length,
    counts: {
      metrics: metrics.length,
      params: params.length,
      tags: tags.length,
      datasets: datasets.length,
      models: modelOutputs.length,
    },
  };
}
