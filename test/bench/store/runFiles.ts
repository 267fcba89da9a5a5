import type { Random } from "./random.ts";

export interface RunPlan {
  readonly index: number;
  readonly experiment: string;
  readonly id: string;
  readonly parent: string | null;
  /** What artifact_uri begins with: another machine's path, as in most repositories. */
  readonly uri: string;
}

const FIRST_START = 1_709_193_600_000;
const STEPS = 20;
const METRICS = ["loss", "acc", "val/loss", "val/acc", "rmse", "mae", "r2", "f1", "auc", "lr"];
const USERS = ["alice", "bob", "carol", "dave"] as const;
const MODELS = ["RandomForest", "GradientBoosting", "LinearRegression", "XGBoost", "MLP"] as const;

/** Every file of a run by its path below the run's folder: meta.yaml, 10 params, 10 metrics of 20 steps, 4 or 5 tags. */
export function runFiles(plan: RunPlan, random: Random): Map<string, string> {
  const { index } = plan;
  const files = new Map([["meta.yaml", meta(plan, random)]]);
  for (const [key, value] of Object.entries(params(index, random))) files.set(`params/${key}`, value);
  for (const [nth, key] of METRICS.entries()) files.set(`metrics/${key}`, metricLines(index, nth, random));
  for (const [key, value] of Object.entries(tags(plan, random))) files.set(`tags/${key}`, value);
  return files;
}

/** One run in 20 is not FINISHED, one in 100 is deleted. */
function meta({ index, experiment, id, uri }: RunPlan, random: Random): string {
  const start = FIRST_START + index * 60_000;
  const status = index % 20 === 0 ? random.pick([1, 2, 4, 5]) : 3;
  const deleted = index % 100 === 99;
  const lines = [
    `artifact_uri: ${uri}/${experiment}/${id}/artifacts`,
    ...(deleted ? [`deleted_time: ${start + 50_000}`] : []),
    `end_time: ${status < 3 ? "null" : start + 45_000}`,
    "entry_point_name: ''",
    `experiment_id: '${experiment}'`,
    `lifecycle_stage: ${deleted ? "deleted" : "active"}`,
    `run_id: ${/^\d+$/.test(id) ? `'${id}'` : id}`,
    `run_name: ${runName(index)}`,
    "source_name: ''",
    "source_type: 4",
    "source_version: ''",
    `start_time: ${start}`,
    `status: ${status}`,
    "tags: []",
    `user_id: ${user(index)}`,
  ];
  return `${lines.join("\n")}\n`;
}

function params(index: number, random: Random): Record<string, string> {
  return {
    model: MODELS[index % MODELS.length] ?? "",
    learning_rate: String(Number((10 ** -random.between(0, 5)).toFixed(6))),
    n_estimators: String(10 + 10 * random.whole(99)),
    max_depth: String(1 + random.whole(30)),
    batch_size: String(2 ** (3 + random.whole(8))),
    optimizer: random.pick(["adam", "sgd", "rmsprop"]),
    dropout: String(random.whole(10) / 10),
    seed: String(index),
    data: `s3://bucket/data/v${index % 40}.parquet`,
    notes: index % 97 === 0 ? "first line\nsecond line" : "",
  };
}

/** A value that wanders downwards; in one run of 50 the first metric ends in NaN. */
function metricLines(index: number, nth: number, random: Random): string {
  const start = FIRST_START + index * 60_000;
  let value = random.between(0.2, 2);
  let text = "";
  for (let step = 0; step < STEPS; step++) {
    value *= random.between(0.85, 1.05);
    const isLost = index % 50 === 0 && nth === 0 && step === STEPS - 1;
    text += `${start + step * 2000} ${isLost ? "nan" : value} ${step}\n`;
  }
  return text;
}

function tags({ index, parent }: RunPlan, random: Random): Record<string, string> {
  return {
    "mlflow.runName": runName(index),
    "mlflow.user": user(index),
    "mlflow.source.name": "train.py",
    "mlflow.source.git.commit": random.hex(40),
    ...(parent === null ? {} : { "mlflow.parentRunId": parent }),
  };
}

function runName(index: number): string {
  return `run-${String(index).padStart(6, "0")}`;
}

function user(index: number): string {
  return USERS[index % USERS.length] ?? USERS[0];
}

export function experimentMeta(experiment: string, nth: number, uri: string): string {
  const time = FIRST_START + nth;
  const name = experiment === "0" ? "Default" : `experiment-${String(nth).padStart(3, "0")}`;
  return [
    `artifact_location: ${uri}/${experiment}`,
    `creation_time: ${time}`,
    `experiment_id: '${experiment}'`,
    `last_update_time: ${time}`,
    "lifecycle_stage: active",
    `name: ${name}`,
    "",
  ].join("\n");
}
