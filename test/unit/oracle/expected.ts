/** What the real MLflow client reads back from a store, with the few mistakes of MLflow's own put right. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { keyed } from "./answer.ts";

type Json = Readonly<Record<string, unknown>>;

interface ExpectedRun extends Json {
  readonly run_id: string;
  readonly experiment_id: string;
  readonly lifecycle_stage: string;
  readonly metrics_last: Readonly<Record<string, { step: number }>>;
  readonly metric_history: Readonly<Record<string, readonly (readonly [number, number | string, number])[]>>;
  readonly artifacts: readonly { readonly path: string; readonly is_dir: boolean; readonly size: number | null }[];
  readonly dataset_inputs?: readonly { readonly name: string; readonly digest: string }[] | null;
  readonly model_inputs?: readonly string[] | null;
  readonly model_outputs?: readonly { readonly model_id: string }[] | null;
}

interface ExpectedModel extends Json {
  readonly name: string;
  readonly aliases: Readonly<Record<string, string | number>>;
  readonly latest_versions: readonly (readonly string[])[];
  readonly versions: readonly (Json & { readonly version: string; readonly aliases: readonly string[] })[];
}

interface ExpectedTrace extends Json {
  readonly trace_id: string;
  readonly assessments?: readonly { readonly name: string }[];
}

export interface Expected {
  readonly mlflow: string;
  readonly backend: "file" | "sqlite";
  readonly experiments: readonly (Json & { readonly experiment_id: string; readonly lifecycle_stage: string })[];
  readonly run_order: Readonly<Record<"ACTIVE_ONLY" | "ALL", readonly string[]>>;
  readonly runs: readonly ExpectedRun[];
  readonly registered_models: readonly ExpectedModel[];
  readonly prompts: readonly { readonly name: string }[];
  readonly logged_models: readonly (Json & { readonly model_id: string; readonly metrics: readonly unknown[] })[];
  readonly traces: readonly ExpectedTrace[];
}

export function readExpected(folder: string): Expected {
  return JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
}

export function majorOf({ mlflow }: Expected): number {
  return Number.parseInt(mlflow, 10);
}

/** Lists keyed by their ids. */
export function expectedAnswer(expected: Expected) {
  const deleted = new Set(
    expected.experiments.filter((one) => one.lifecycle_stage === "deleted").map((one) => one.experiment_id),
  );
  return {
    experiments: keyed(expected.experiments, (one) => one.experiment_id),
    runs: keyed(
      expected.runs.map((run) => corrected(run, deleted.has(run.experiment_id), expected.backend)).map(runOf),
      (run) => run.run_id,
    ),
    registered_models: keyed(expected.registered_models.map(modelOf), (model) => model.name),
    prompts: keyed(expected.prompts, (prompt) => prompt.name),
    logged_models: keyed(
      expected.logged_models.map((model) => ({ ...model, metrics: [...model.metrics].sort() })),
      (model) => model.model_id,
    ),
    traces: keyed(expected.traces.map(traceOf), (trace) => trace.trace_id),
  };
}

/** A five-field line's true step, which a file store of 3.x reads as 0. */
const DATASET_METRIC = "per dataset";
const DATASET_STEP = 7;

/** MLflow's own mistakes, each named in the README of the fixtures. */
function corrected(run: ExpectedRun, inDeleted: boolean, backend: Expected["backend"]): ExpectedRun {
  // 1.x leaves the runs of a deleted experiment active: where they lie says otherwise.
  const lifecycle_stage = inDeleted ? "deleted" : run.lifecycle_stage;
  const last = run.metrics_last[DATASET_METRIC];
  const points = run.metric_history[DATASET_METRIC];
  if (backend === "sqlite" || !last || !points) return { ...run, lifecycle_stage };
  const truePoints = points.map(([timestamp, value]) => [timestamp, value, DATASET_STEP] as const);
  return {
    ...run,
    lifecycle_stage,
    metrics_last: { ...run.metrics_last, [DATASET_METRIC]: { ...last, step: DATASET_STEP } },
    metric_history: { ...run.metric_history, [DATASET_METRIC]: truePoints },
  };
}

/** Older versions know no datasets or models: they answer none. An export has files only. */
function runOf(run: ExpectedRun) {
  return {
    ...run,
    artifacts: keyed(
      run.artifacts.filter((entry) => !entry.is_dir),
      ({ path }) => path,
    ),
    dataset_inputs: keyed(run.dataset_inputs ?? [], ({ name, digest }) => `${name} ${digest}`),
    model_inputs: [...(run.model_inputs ?? [])].sort(),
    model_outputs: keyed(run.model_outputs ?? [], ({ model_id }) => model_id),
  };
}

/** Aliases name versions by text in a file store, by number in a database. */
function modelOf(model: ExpectedModel) {
  return {
    ...model,
    aliases: Object.fromEntries(Object.entries(model.aliases).map(([alias, version]) => [alias, String(version)])),
    latest_versions: [...model.latest_versions].sort(),
    versions: keyed(
      model.versions.map((version) => ({ ...version, aliases: [...version.aliases].sort() })),
      ({ version }) => version,
    ),
  };
}

function traceOf({ assessments, ...trace }: ExpectedTrace) {
  return assessments ? { ...trace, assessments: keyed(assessments, ({ name }) => name) } : trace;
}
