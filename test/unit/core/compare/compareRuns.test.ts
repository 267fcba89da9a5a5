import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import type { ComparedRun } from "../../../../src/core/compare/attributes.ts";
import { compareRuns } from "../../../../src/core/compare/compareRuns.ts";
import type { RunInfo } from "../../../../src/core/model/run.ts";
import { byText, type KeyValue } from "../../../../src/core/model/text.ts";

interface Given {
  readonly metrics?: Record<string, number>;
  readonly params?: Record<string, string>;
  readonly tags?: Record<string, string>;
  readonly info?: Partial<RunInfo>;
  readonly count?: number;
  readonly experimentName?: string;
}

const INFO: RunInfo = {
  experiment: "0",
  folder: "r",
  id: "r",
  experimentId: "0",
  name: null,
  status: "FINISHED",
  lifecycle: "active",
  start: null,
  end: null,
  user: "",
  artifactUri: "",
  readable: true,
};

function texts(entries: Record<string, string> = {}): KeyValue[] {
  return Object.entries(entries)
    .map(([key, value]) => ({ key, value }))
    .sort((a, b) => byText(a.key, b.key));
}

function run({ metrics = {}, params, tags, info, count = 1, experimentName = "churn" }: Given): ComparedRun {
  const summaries = Object.entries(metrics)
    .map(([key, value]) => ({
      key,
      last: { value, timestamp: 1, step: 0 },
      first: value,
      min: value,
      max: value,
      count,
    }))
    .sort((a, b) => byText(a.key, b.key));
  const record = {
    info: { ...INFO, ...info },
    params: texts(params),
    tags: texts(tags),
    metrics: summaries,
    ...{ modelInputs: [], modelOutputs: [], datasets: [], problems: [] },
  };
  return { record, status: "finished", experimentName, storeLabel: "mlruns" };
}

const compare = (...given: readonly Given[]) => compareRuns(given.map(run));
const attribute = (key: string, ...given: readonly Given[]) =>
  compare(...given).attributes.find((compared) => compared.key === key);

describe("a comparison of runs", () => {
  it("is empty of nothing", () => {
    const nothing = { metrics: [], params: [], tags: [], attributes: [], datasets: [], notes: [] };
    deepEqual(compareRuns([]), nothing);
  });

  it("has the note of each run", () => {
    const { notes } = compare({ tags: { "mlflow.note.content": "**best** so far" } }, {});
    deepEqual(notes, ["**best** so far", null]);
  });

  it("marks the best of each metric whose goal is known", () => {
    const { metrics } = compare({ metrics: { rmse: 2, r2: 0.5, x: 1 } }, { metrics: { rmse: 1, r2: 0.5, x: 2 } }, {});
    deepEqual(
      metrics.map(({ key, goal, best, differs }) => ({ key, goal, best, differs })),
      [
        { key: "r2", goal: "max", best: [], differs: true },
        { key: "rmse", goal: "min", best: [1], differs: true },
        { key: "x", goal: "unknown", best: [], differs: true },
      ],
    );
    deepEqual(
      metrics[1]?.values.map((value) => value?.last.value ?? null),
      [2, 1, null],
    );
  });

  it("takes a goal that someone set", () => {
    const runs = [run({ metrics: { x: 1 } }), run({ metrics: { x: 2 } })];
    deepEqual(compareRuns(runs, () => "max").metrics[0]?.best, [1]);
  });

  it("says whether there is a curve to draw", () => {
    const { metrics } = compare({ metrics: { loss: 1 } }, { metrics: { loss: 1, acc: 1 }, count: 20 });
    deepEqual(
      metrics.map(({ hasSteps }) => hasSteps),
      [true, true],
    );
    equal(compare({ metrics: { loss: 1 } }).metrics[0]?.hasSteps, false);
  });

  it("holds numbers equal by value", () => {
    const differs = (...values: number[]) => compare(...values.map((x) => ({ metrics: { x } }))).metrics[0]?.differs;
    equal(differs(Number.NaN, Number.NaN), false);
    equal(differs(Number.NaN, 1), true);
    equal(differs(1, Number.NaN), true);
    equal(differs(0, -0), false);
    equal(differs(0.1 + 0.2, 0.3), true);
  });

  it("holds a missing value different from any", () => {
    const { params } = compare({ params: { lr: "", depth: "3" } }, { params: { depth: "3" } });
    deepEqual(params, [
      { key: "depth", values: ["3", "3"], differs: false },
      { key: "lr", values: ["", null], differs: true },
    ]);
  });

  it("orders keys as people count", () => {
    const { params } = compare({ params: { layer_10: "a", layer_2: "b", Alpha: "c" } });
    deepEqual(
      params.map(({ key }) => key),
      ["Alpha", "layer_2", "layer_10"],
    );
  });

  it("leaves out attributes that no run has and tags that attributes say", () => {
    const tags = { "mlflow.user": "alice", "mlflow.source.git.commit": "abc", team: "red" };
    const { attributes, tags: shown } = compare({ tags, info: { start: 1000, end: 3500 } }, {});
    deepEqual(shown, [{ key: "team", values: ["red", null], differs: true }]);
    deepEqual(
      attributes.map(({ key }) => key),
      ["id", "status", "lifecycle", "start", "duration", "user", "experiment", "store", "commit"],
    );
    equal(attribute("user", { tags }, {})?.values[0], "alice");
  });

  it("compares experiments, times and durations", () => {
    const given = [{ experimentName: "churn" }, { experimentName: "sales", info: { start: 1000, end: 3500 } }];
    deepEqual(attribute("experiment", ...given), { key: "experiment", values: ["churn", "sales"], differs: true });
    deepEqual(attribute("duration", ...given)?.values, [null, "2500"]);
    equal(attribute("duration", { info: { start: 2, end: 1 } }), undefined);
  });

  it("turns with the order of the runs", () => {
    const key = fc.constantFrom("rmse", "acc", "x");
    const metrics = fc.dictionary(key, fc.oneof(fc.double(), fc.nat(2)));
    fc.assert(
      fc.property(fc.array(metrics, { minLength: 1, maxLength: 5 }), (list) => {
        const there = compare(...list.map((each) => ({ metrics: each }))).metrics;
        const back = compare(...[...list].reverse().map((each) => ({ metrics: each }))).metrics;
        for (const [i, metric] of there.entries()) {
          equal(back[i]?.key, metric.key);
          equal(back[i]?.differs, metric.differs);
          deepEqual(back[i]?.best.map((index) => list.length - 1 - index).reverse(), metric.best);
        }
      }),
    );
  });
});
