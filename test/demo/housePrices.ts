import { pyJson } from "../support/python.ts";
import type { Files, MetricSpec, StatusName } from "../support/spec.ts";
import type { Algorithm, Moment } from "./places.ts";
import { importancePlot, residualsPlot } from "./plots.ts";
import type { Random } from "./random.ts";
import { COLUMNS, housesDataset, loggedModel, scoresCsv, sourceTags, type Trained } from "./trained.ts";

export interface Training {
  readonly algorithm: Algorithm;
  readonly features: "basic" | "extended";
  readonly status?: StatusName;
  readonly note?: string;
}

const BASE_RMSE: Readonly<Record<Algorithm, number>> = {
  linear_regression: 0.741,
  random_forest: 0.546,
  gradient_boosting: 0.512,
};
const EPOCHS = 60;

/** One training of the pipeline: a run with its artifacts, data and, when it finished, its model. */
export function trainOnHouses(random: Random, moment: Moment, training: Training): Trained {
  const { algorithm, features, status = "FINISHED" } = training;
  const id = random.hex(32);
  const rmse =
    BASE_RMSE[algorithm] -
    (features === "extended" ? 0.021 : 0) -
    0.05 * moment.progress +
    random.between(-0.008, 0.008);
  const seconds = algorithm === "linear_regression" ? 4 : algorithm === "random_forest" ? 48 : 95;
  const end = moment.time + Math.round(seconds * 1000 * random.between(0.8, 1.3));
  const scores = { rmse, mae: rmse * random.between(0.66, 0.7), r2: 1 - (rmse / 1.154) ** 2 };
  const params = paramsOf(random, training);
  const finished = status === "FINISHED";
  const model = finished
    ? loggedModel({ id: `m-${random.hex(32)}`, runId: id, time: end, algorithm, params, scores })
    : null;
  return {
    algorithm,
    scores,
    model,
    run: {
      id,
      name: `${algorithm}-${features === "extended" ? "x" : "b"}${moment.build}`,
      status,
      start: moment.time,
      end: status === "RUNNING" ? null : end,
      user: "runner",
      params,
      metrics: { ...curves(random, algorithm, rmse, moment.time, finished), ...(finished ? final(scores, end) : {}) },
      tags: {
        ...sourceTags(moment, "pipelines/train.py"),
        ...(finished ? { "mlflow.loggedArtifacts": '[{"path": "eval/predictions.json", "type": "table"}]' } : {}),
        ...(training.note === undefined ? {} : { "mlflow.note.content": training.note }),
      },
      datasets: [housesDataset(moment, "train"), housesDataset(moment, "validation")],
      artifacts: finished
        ? artifacts(random, rmse, scores)
        : { "train.log": log(algorithm, "MemoryError: cannot allocate 2.1 GiB") },
      modelOutputs: model ? [{ id: model.id }] : [],
    },
  };
}

function paramsOf(random: Random, { algorithm, features }: Training): Record<string, string> {
  const common = { model_type: algorithm, features, test_size: "0.2", random_state: "42" };
  if (algorithm === "linear_regression") return { ...common, fit_intercept: "True" };
  if (algorithm === "random_forest")
    return { ...common, n_estimators: random.pick(["100", "200"]), max_depth: random.pick(["10", "14", "None"]) };
  return {
    ...common,
    n_estimators: String(EPOCHS),
    learning_rate: random.pick(["0.1", "0.05"]),
    max_depth: random.pick(["4", "5"]),
  };
}

/** Training and validation loss an epoch: only boosting has epochs. */
function curves(
  random: Random,
  algorithm: Algorithm,
  rmse: number,
  start: number,
  whole: boolean,
): Record<string, MetricSpec> {
  if (algorithm !== "gradient_boosting") return {};
  const epochs = whole ? EPOCHS : 17;
  const points = Array.from({ length: epochs }, (_, epoch) => {
    const validation = rmse ** 2 * (1 + 2.4 * Math.exp(-epoch / 11)) + random.between(-0.004, 0.004);
    const training = validation - 0.05 * (1 - Math.exp(-epoch / 20)) + random.between(-0.002, 0.002);
    return { time: start + 1500 * (epoch + 1), epoch, training, validation };
  });
  return {
    loss: points.map(({ time, training, epoch }) => [time, training, epoch] as const),
    "val/loss": points.map(({ time, validation, epoch }) => [time, validation, epoch] as const),
  };
}

/** A value a metric, logged when the run ended. */
export function final(scores: Readonly<Record<string, number>>, end: number): Record<string, MetricSpec> {
  return Object.fromEntries(Object.entries(scores).map(([key, value]) => [key, [[end, value, 0] as const]]));
}

function artifacts(random: Random, rmse: number, scores: Readonly<Record<string, number>>): Files {
  const weights = Object.keys(COLUMNS).map((_, i) => random.between(0.05, 1) / (i + 1));
  const rows = Array.from({ length: 12 }, (_, i) => {
    const actual = Math.round(random.between(0.6, 4.8) * 1000) / 1000;
    return { id: i, actual, predicted: Math.round((actual + random.between(-rmse, rmse)) * 1000) / 1000 };
  });
  return {
    "plots/residuals.png": residualsPlot(random, rmse),
    "plots/feature_importance.png": importancePlot(weights),
    "eval/predictions.json": JSON.stringify({
      columns: ["id", "actual", "predicted"],
      data: rows.map((row) => Object.values(row)),
    }),
    "scores.csv": scoresCsv(scores),
    "features.json": pyJson(Object.fromEntries(Object.keys(COLUMNS).map((name, i) => [name, weights[i] ?? 0]))),
    "train.log": log("train", "done"),
  };
}

function log(what: string, last: string): string {
  return `[train] reading data/houses_train.csv\n[train] fitting ${what}\n[train] ${last}\n`;
}
