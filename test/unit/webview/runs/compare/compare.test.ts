import { deepStrictEqual } from "node:assert";
import type { MetricSummary } from "../../../../../src/core/model/metric.ts";
import type { ComparedMetric, Comparison } from "../../../../../src/core/model/views.ts";
import { columnOrder, nextOrder } from "../../../../../src/webview/runs/compare/columnOrder.ts";
import { compareGroups, keyOf } from "../../../../../src/webview/runs/compare/compareGroups.ts";

function summary(key: string, value: number): MetricSummary {
  return { key, last: { value, timestamp: 0, step: 0 }, first: value, min: value, max: value, count: 1 };
}

function metric(key: string, values: readonly (number | null)[], differs = true): ComparedMetric {
  const shown = values.map((value) => (value === null ? null : summary(key, value)));
  return { key, goal: "min", values: shown, best: [], differs, hasSteps: false };
}

const runs = Array.from({ length: 4 }, () => ({})) as unknown as Comparison["runs"];
const comparison: Comparison = {
  runs,
  experiments: [],
  missing: [],
  baseline: 0,
  datasets: [],
  notes: [],
  primary: null,
  metrics: [metric("loss", [3, null, Number.NaN, 1]), metric("rows", [5, 5, 5, 5], false)],
  params: [
    { key: "lr", values: ["0.1", "0.2", "0.1", "0.1"], differs: true },
    { key: "seed", values: ["1", "1", "1", "1"], differs: false },
  ],
  tags: [{ key: "stage", values: ["x", "x", "x", "x"], differs: false }],
  attributes: [],
};

describe("the order of compared runs", () => {
  it("is as pinned without a metric, or with one that is gone", () => {
    deepStrictEqual(columnOrder(comparison, null), [0, 1, 2, 3]);
    deepStrictEqual(columnOrder(comparison, { metric: "gone", descending: true }), [0, 1, 2, 3]);
  });

  it("puts runs without a value last, whichever way round", () => {
    deepStrictEqual(columnOrder(comparison, { metric: "loss", descending: false }), [3, 0, 1, 2]);
    deepStrictEqual(columnOrder(comparison, { metric: "loss", descending: true }), [0, 3, 1, 2]);
  });

  it("goes best first, the other way round, as pinned", () => {
    const first = nextOrder(null, "loss", false);
    const second = nextOrder(first, "loss", false);
    deepStrictEqual([first?.descending, second?.descending, nextOrder(second, "loss", false)], [false, true, null]);
  });
});

describe("what is shown of a comparison", () => {
  const shown = (onlyDifferences: boolean, filter: string) =>
    compareGroups(comparison, { onlyDifferences, filter }).map(({ id, rows, equal }) => [id, rows.map(keyOf), equal]);

  it("hides what is equal, and says how much", () => {
    deepStrictEqual(shown(true, ""), [
      ["metrics", ["loss"], 1],
      ["params", ["lr"], 1],
      ["tags", [], 1],
    ]);
  });

  it("shows everything when asked, leaving out parts that no run has", () => {
    deepStrictEqual(
      shown(false, "").map(([id]) => id),
      ["metrics", "params", "tags"],
    );
  });

  it("filters by keys and values", () => {
    deepStrictEqual(shown(false, "0.2"), [["params", ["lr"], 0]]);
  });
});
