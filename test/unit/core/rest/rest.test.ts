import { deepEqual, equal } from "node:assert/strict";
import { toJsonNumber, toJsonText } from "../../../../src/core/model/jsonNumber.ts";
import type { MetricHistory } from "../../../../src/core/model/metric.ts";
import { summarise } from "../../../../src/core/model/metric.ts";
import { problem } from "../../../../src/core/model/problem.ts";
import type { RunDetail } from "../../../../src/core/model/run.ts";
import { toProblemJson } from "../../../../src/core/rest/problem.ts";
import { toRunJson } from "../../../../src/core/rest/run.ts";
import { runText } from "../../../../src/core/rest/runText.ts";
import { record } from "../../../support/record.ts";

function history(key: string, values: readonly number[]): MetricHistory {
  const numbers = Float64Array.from(values);
  return { key, values: numbers, timestamps: numbers.map((_, i) => 1000 + i), steps: numbers.map((_, i) => i) };
}

function detail(...histories: MetricHistory[]): RunDetail {
  const metrics = histories.flatMap((one) => summarise(one) ?? []);
  return { ...record({ folder: "a1", params: { lr: "0.1" } }), metrics, history: histories };
}

describe("toJsonText", () => {
  it("writes what JSON cannot say as MLflow does, and keeps -0.0", () => {
    const numbers = [1, 0, -0, Number.NaN, Infinity, -Infinity, 5e-324].map(toJsonNumber);
    equal(toJsonText(numbers), '[1,0,-0.0,"NaN","Infinity","-Infinity",5e-324]');
    deepEqual(JSON.parse(toJsonText({ a: toJsonNumber(-0) })), { a: -0 });
  });

  it("leaves texts alone that look like it", () => {
    equal(toJsonText(["-0.0", "\\ud800-0.0"]), '["-0.0","\\\\ud800-0.0"]');
  });
});

describe("toRunJson", () => {
  it("has MLflow's shape, every list, and no nulls", () => {
    deepEqual(toRunJson("mlruns", detail(), []), {
      store: "mlruns",
      info: {
        run_id: "a1",
        run_uuid: "a1",
        experiment_id: "0",
        user_id: "alice",
        status: "FINISHED",
        start_time: 1_709_193_600_000,
        artifact_uri: "",
        lifecycle_stage: "active",
      },
      data: { metrics: [], params: [{ key: "lr", value: "0.1" }], tags: [] },
      inputs: { dataset_inputs: [], model_inputs: [] },
      outputs: { model_outputs: [] },
      metric_history: {},
      artifacts: [],
    });
  });

  it("has last values and whole histories", () => {
    const run = toRunJson("s", detail(history("loss", [0.5, Number.NaN])), []);
    deepEqual(run.data.metrics, [{ key: "loss", value: "NaN", timestamp: 1001, step: 1 }]);
    deepEqual(run.metric_history, {
      loss: [
        { value: 0.5, timestamp: 1000, step: 0 },
        { value: "NaN", timestamp: 1001, step: 1 },
      ],
    });
  });
});

describe("runText", () => {
  const text = (run: RunDetail): string => [...runText("s", run, [], { label: "x" })].join("");

  it("is the JSON of the run, with further fields", () => {
    const run = detail(history("a", [1, -0]), history('b "', [Infinity]), history("__proto__", [2]));
    deepEqual(JSON.parse(text(run)), JSON.parse(toJsonText({ label: "x", ...toRunJson("s", run, []) })));
  });

  it("comes in pieces however long a history is", () => {
    const run = detail(
      history(
        "long",
        Array.from({ length: 20_001 }, (_, i) => i),
      ),
    );
    const pieces = [...runText("s", run, [])];
    equal(Math.max(...pieces.map((piece) => piece.length)) < 1_000_000, true);
    equal(JSON.parse(pieces.join("")).metric_history.long.length, 20_001);
  });
});

describe("toProblemJson", () => {
  const file = (kind: "file" | "sqlite", label: string, at: string): string =>
    toProblemJson({ key: "/data/x/mlflow.db", kind, base: "/data", label }, problem("empty", at, "is empty")).file;

  it("says where a file lies as seen from the path given", () => {
    equal(file("file", ".", "0/meta.yaml"), "0/meta.yaml");
    equal(file("file", "sub/mlruns", "0/meta.yaml"), "sub/mlruns/0/meta.yaml");
    equal(file("file", "sub/mlruns", ""), "sub/mlruns");
    equal(file("sqlite", ".", "runs"), "mlflow.db");
    equal(file("sqlite", "x/mlflow.db", ""), "x/mlflow.db");
  });
});
