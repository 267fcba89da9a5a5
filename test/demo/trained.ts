import { pyFloat, pyJson } from "../support/python.ts";
import { pyYaml } from "../support/pyYaml.ts";
import type { DatasetSpec, LoggedModelSpec, RunSpec, Texts } from "../support/spec.ts";
import { type Algorithm, EXPERIMENTS, type Moment, STORE_URI } from "./places.ts";

/** A run and the model that it logged, if any. */
export interface Trained {
  readonly algorithm: Algorithm;
  readonly run: RunSpec & { readonly id: string; readonly start: number };
  readonly model: LoggedModelSpec | null;
  readonly scores: Readonly<Record<string, number>>;
}

export const COLUMNS: Texts = {
  median_income: "double",
  house_age: "double",
  average_rooms: "double",
  average_occupancy: "double",
  latitude: "double",
  longitude: "double",
};

/** The tags that MLflow and the pipeline set on every run. */
export function sourceTags(moment: Moment, script: string): Texts {
  return {
    "mlflow.source.name": script,
    "mlflow.source.type": "LOCAL",
    "mlflow.source.git.commit": moment.commit,
    "mlflow.source.git.branch": moment.branch,
    "pipeline.build": String(moment.build),
  };
}

/** Grows by a week's houses: its digest changes with its rows. */
export function housesDataset(moment: Moment, part: "train" | "validation"): DatasetSpec & { context: string } {
  const weeks = Math.floor(moment.progress * 6);
  const rows = part === "train" ? 16_512 + 240 * weeks : 4_128 + 60 * weeks;
  return {
    name: `houses-${part}`,
    digest: (0x1f3a_9c07 + rows * 7919).toString(16).slice(-8).padStart(8, "0"),
    source: `data/houses_${part}.csv`,
    columns: { ...COLUMNS, price: "double" },
    rows,
    context: part === "train" ? "training" : "validation",
  };
}

export interface ModelFacts {
  readonly id: string;
  readonly runId: string;
  readonly time: number;
  readonly algorithm: Algorithm;
  readonly params: Texts;
  readonly scores: Readonly<Record<string, number>>;
}

/** A LoggedModel as MLflow 3 stores a scikit-learn one; its pickle is a few bytes and no model. */
export function loggedModel(facts: ModelFacts): LoggedModelSpec {
  const { id, runId, time, scores } = facts;
  return {
    id,
    name: facts.algorithm,
    sourceRun: runId,
    created: time,
    params: facts.params,
    tags: { "mlflow.user": "runner", "mlflow.source.name": "pipelines/train.py", "mlflow.source.type": "LOCAL" },
    metrics: Object.fromEntries(
      Object.entries(scores).map(([key, value]) => [key, [[time, value, 0, runId] as const]]),
    ),
    artifacts: {
      MLmodel: pyYaml(mlModel(facts)),
      "model.pkl": Uint8Array.of(0x80, 0x04, 0x4e, 0x2e), // a pickled None
      "requirements.txt": "mlflow==3.18.0\nscikit-learn==1.7.2",
      "python_env.yaml":
        "python: 3.11.9\nbuild_dependencies:\n- pip==24.0\n- setuptools==65.5.0\ndependencies:\n- -r requirements.txt\n",
      "conda.yaml":
        "channels:\n- conda-forge\ndependencies:\n- python=3.11.9\n- pip<=24.0\n- pip:\n  - mlflow==3.18.0\n  - scikit-learn==1.7.2\nname: mlflow-env\n",
    },
  };
}

function mlModel({ id, runId, time }: ModelFacts) {
  const inputs = Object.entries(COLUMNS).map(([name, type]) => ({ type, name, required: true }));
  return {
    artifact_path: `${STORE_URI}/${EXPERIMENTS.prices.id}/models/${id}/artifacts`,
    flavors: {
      python_function: {
        env: { conda: "conda.yaml", virtualenv: "python_env.yaml" },
        loader_module: "mlflow.sklearn",
        model_path: "model.pkl",
        predict_fn: "predict",
        python_version: "3.11.9",
      },
      sklearn: {
        code: null,
        pickled_model: "model.pkl",
        serialization_format: "cloudpickle",
        sklearn_version: "1.7.2",
      },
    },
    mlflow_version: "3.18.0",
    model_id: id,
    model_size_bytes: 4,
    model_uuid: id,
    prompts: null,
    run_id: runId,
    signature: {
      inputs: pyJson(inputs),
      outputs: pyJson([{ type: "tensor", "tensor-spec": { dtype: "float64", shape: [-1] } }]),
      params: null,
    },
    utc_time_created: new Date(time).toISOString().replace("T", " ").slice(0, 19),
  } as const;
}

/** CSV of names and values, as the pipeline prints its scores. */
export function scoresCsv(scores: Readonly<Record<string, number>>): string {
  return `metric,value\n${Object.entries(scores)
    .map(([key, value]) => `${key},${pyFloat(value)}\n`)
    .join("")}`;
}
