import type { ExperimentRow, RunRow, RunView, StoreRow } from "../../../src/core/model/views.ts";

/** Rows with safe defaults; a test says only what it is about. */
export function runRow(part: Partial<RunRow> = {}): RunRow {
  const run = part.id ?? "0123456789abcdef0123456789abcdef";
  return {
    ref: { store: "/work/mlruns", experiment: "1", run },
    id: run,
    label: "stoic-owl-1",
    name: "stoic-owl-1",
    status: "finished",
    lifecycle: "active",
    start: 1_700_000_000_000,
    end: 1_700_000_060_000,
    primary: null,
    telling: [],
    children: 0,
    problems: 0,
    counts: { metrics: 0, params: 0, tags: 0, datasets: 0, models: 0 },
    ...part,
  };
}

export function experimentRow(part: Partial<ExperimentRow> = {}): ExperimentRow {
  return {
    store: "/work/mlruns",
    folder: "1",
    id: "1",
    name: "churn",
    lifecycle: "active",
    readable: true,
    runs: 12,
    deletedRuns: 0,
    liveRuns: 0,
    primary: null,
    best: null,
    problems: 0,
    loggedModels: 0,
    traces: 0,
    note: null,
    ...part,
  };
}

export function storeRow(part: Partial<StoreRow> = {}): StoreRow {
  return {
    key: "/work/mlruns",
    label: "mlruns",
    kind: "file",
    experiments: 1,
    runs: 12,
    indexed: 12,
    problems: 0,
    error: null,
    asOf: null,
    ...part,
  };
}

export function runView(part: Partial<RunView> = {}): RunView {
  const row = part.row ?? runRow();
  return {
    row,
    info: {
      experiment: row.ref.experiment,
      folder: row.ref.run,
      id: row.id,
      experimentId: row.ref.experiment,
      name: row.name,
      status: "FINISHED",
      lifecycle: "active",
      start: row.start,
      end: row.end,
      user: "ada",
      artifactUri: "",
      readable: true,
    },
    experimentName: "churn",
    storeLabel: "mlruns",
    primary: null,
    params: [],
    tags: [],
    metrics: [],
    datasets: [],
    modelInputs: [],
    modelOutputs: [],
    versions: [],
    traces: [],
    parent: null,
    children: [],
    childCount: 0,
    previous: null,
    next: null,
    problems: [],
    ...part,
  };
}

export function metric(
  key: string,
  value: number,
  part: Partial<RunView["metrics"][number]> = {},
): RunView["metrics"][number] {
  const last = { value, timestamp: 0, step: 0 };
  return { key, last, first: value, min: value, max: value, count: 1, goal: "unknown", ...part };
}
