import { deepStrictEqual, strictEqual } from "node:assert";
import type { Trend } from "../../../../../src/core/model/trend.ts";
import { bestSteps, trendPoints, trendSheet } from "../../../../../src/webview/runs/trend/trendPoints.ts";
import { FIRST_TREND, restoreTrend } from "../../../../../src/webview/runs/trend/trendState.ts";

const NAN = Number.NaN;

function trend(values: readonly number[], more: Partial<Trend> = {}): Trend {
  return {
    ...{ metric: "rmse", goal: "min", best: null, groups: [""], runs: values.length },
    refs: values.map((_, i) => ({ store: "/s", experiment: "0", run: `id${i}` })),
    labels: values.map((_, i) => `run-${i}`),
    starts: Float64Array.from(values, (_, i) => 1_700_000_000_000 + i * 1000),
    values: Float64Array.from(values),
    group: new Uint32Array(values.length),
    ...more,
  };
}

describe("a trend's points", () => {
  it("are the runs with a number, from the first start to the last", () => {
    const points = trendPoints(trend([3, NAN, 2]), false);
    deepStrictEqual(points?.shown, [0, 2]);
    deepStrictEqual(points?.order.across, [0, 2]);
    deepStrictEqual(points?.order.upwards, [2, 0]);
  });

  it("are none without a number, and one run alone has time around it", () => {
    strictEqual(trendPoints(trend([NAN, Number.POSITIVE_INFINITY]), false), null);
    const one = trendPoints(trend([1]), false);
    strictEqual(one !== null && one.x.to > one.x.from, true);
  });

  it("have a look a group; from the thirteenth group on one for all", () => {
    const groups = Array.from({ length: 20 }, (_, i) => `g${i}`);
    const values = groups.map((_, i) => i);
    const { coding } = trendPoints(trend(values, { group: Uint32Array.from(values), groups }), true) ?? {};
    deepStrictEqual([coding?.legend.length, coding?.legend.at(-1)?.label, coding?.of[19]], [13, "8 others", 12]);
  });
});

describe("the line of the best so far", () => {
  it("holds from one best run to the next, and on to the end", () => {
    const best = Float64Array.from([NAN, 3, 3, 1]);
    const { x, y } = bestSteps(trend([NAN, 3, 4, 1], { best }), 1_700_000_009_000);
    deepStrictEqual(
      x.map((at) => at - 1_700_000_000_000),
      [1000, 3000, 3000, 9000],
    );
    deepStrictEqual(y, [3, 3, 1, 1]);
  });

  it("is nothing where nobody knows which way is better", () => {
    deepStrictEqual(bestSteps(trend([1, 2]), 0), { x: [], y: [] });
  });
});

describe("a trend's data", () => {
  it("is a row a run, with ids and milliseconds for programs", () => {
    const own = trend([3, 2], { best: Float64Array.from([3, 2]), group: Uint32Array.from([0, 1]), groups: ["a", "b"] });
    deepStrictEqual(trendSheet(own, "people", true).columns, ["run", "start", "rmse", "best so far", "group"]);
    const sheet = trendSheet(own, "programs", true);
    deepStrictEqual(
      sheet.columns.map((_, column) => sheet.cell(1, column)),
      ["run-1", "id1", 1_700_000_001_000, 2, 2, "b"],
    );
  });
});

describe("what was kept of a trend", () => {
  it("is read back, or as at first", () => {
    const state = { metric: "rmse", value: "best", group: { kind: "tag", key: "stage" }, across: true };
    deepStrictEqual(restoreTrend(JSON.parse(JSON.stringify(state))), state);
    for (const kept of [undefined, null, 3, { metric: 1, value: 2, group: { kind: "x", key: "y" } }]) {
      deepStrictEqual(restoreTrend(kept), FIRST_TREND);
    }
  });
});
