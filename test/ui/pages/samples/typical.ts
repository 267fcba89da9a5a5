import type { LoggedModel } from "../../../../src/core/model/loggedModel.ts";
import type { RunView } from "../../../../src/core/model/views.ts";
import { bareRun, curve, HOUR, keyValues, metric, NOW, row } from "./parts.ts";

const NOTE = `Deeper trees, half the learning rate. **Better on every fold**, see [the review](https://example.org/42).

- trained on the *March* extract
- early stopping after \`50\` rounds

| fold | rmse |
| --- | --- |
| 1 | 0.409 |
| 2 | 0.416 |
`;

const MODEL: LoggedModel = {
  experiment: "340552200834895538",
  id: "m-5b0cf7a1c2d34e5f",
  experimentId: "340552200834895538",
  name: "regressor",
  sourceRunId: row().id,
  status: "READY",
  statusMessage: null,
  modelType: null,
  artifactLocation: "",
  lifecycle: "active",
  created: NOW - 75 * HOUR,
  updated: NOW - 75 * HOUR,
  params: [],
  tags: [],
  metrics: [],
};

/** A run as a careful pipeline logs it: curves, a note, data, a registered model, traces, nested runs. */
export const typical: RunView = bareRun({
  metrics: [
    curve("train_loss", 2.31, 0.0871234, 200),
    curve("val_loss", 2.42, 0.1934417, 200),
    metric("val_mae", 0.318204719, { goal: "min" }),
    metric("val_r2", 0.9134501, { goal: "max" }),
    curve("val_rmse", 1.55, 0.41235817, 200),
    metric("rows_dropped", 1284),
  ],
  params: keyValues({
    batch_size: "256",
    early_stopping_rounds: "50",
    features: "tenure, monthly_charges, total_charges, contract, payment_method, paperless_billing, internet_service",
    learning_rate: "0.05",
    max_depth: "12",
    model: "LGBMRegressor",
    objective: "regression",
    seed: "42",
    subsample: "0.8",
  }),
  tags: keyValues({
    "mlflow.note.content": NOTE,
    "mlflow.runName": "brave-swan-412",
    "mlflow.source.git.commit": "9f2c1b7e4d5a6b7c8d9e0f1a2b3c4d5e6f708192",
    "mlflow.source.name": "/home/ada/churn/src/train.py",
    "mlflow.source.type": "LOCAL",
    "mlflow.user": "ada",
    stage: "candidate",
    ticket: "CHURN-118",
  }),
  datasets: [
    {
      name: "customers-march",
      digest: "a8f31c2e",
      sourceType: "local",
      source: '{"uri": "data/processed/customers_2026_03.parquet"}',
      schema: '{"mlflow_colspec": [{"type": "long", "name": "tenure"}, {"type": "double", "name": "monthly_charges"}]}',
      profile: '{"num_rows": 70431, "num_elements": 845172}',
      tags: keyValues({ "mlflow.data.context": "training" }),
    },
  ],
  modelOutputs: [
    {
      id: MODEL.id,
      model: MODEL,
      signature: {
        inputs: [
          { name: "tenure", type: "long" },
          { name: "monthly_charges", type: "double" },
          { name: "contract", type: "string" },
        ],
        outputs: [{ name: "", type: "double" }],
        flavors: ["lightgbm", "python_function"],
      },
    },
  ],
  versions: [
    {
      name: "churn-regressor",
      version: "7",
      created: NOW - 60 * HOUR,
      updated: NOW - 60 * HOUR,
      description: "First with the March extract.",
      user: "ada",
      stage: "None",
      source: "",
      storageLocation: null,
      runId: row().id,
      runLink: null,
      modelId: MODEL.id,
      status: "READY",
      statusMessage: null,
      tags: [],
      aliases: ["champion", "staging"],
    },
  ],
  traces: [
    {
      experiment: "340552200834895538",
      id: "tr-1",
      experimentId: "340552200834895538",
      requestTime: NOW - 70 * HOUR,
      durationMs: 1834,
      state: "OK",
      requestPreview: '{"question": "Why did customer 118 leave?"}',
      responsePreview: '{"answer": "The contract ended and the price rose by a third."}',
      tags: [],
      metadata: [],
      assessments: [],
    },
  ],
  parent: row({ id: "aaaa1111", label: "tuning 2026-03" }),
  children: [
    row({ id: "c1", label: "fold-1", primary: { key: "val_rmse", value: 0.409, best: false } }),
    row({ id: "c2", label: "fold-2", primary: { key: "val_rmse", value: 0.416, best: false }, status: "killed" }),
  ],
  childCount: 2,
  previous: row({ id: "b0b0b0b0", label: "calm-owl-77" }),
  next: row({ id: "d0d0d0d0", label: "swift-hare-9" }),
});
