import { deepStrictEqual } from "node:assert";
import { FIRST_CHARTS } from "../../../../../src/protocol/chartState.ts";
import { restoreCharts } from "../../../../../src/webview/runs/charts/restore.ts";

describe("what a page kept of its charts", () => {
  it("is read back as it was", () => {
    const state = {
      ...{ axis: { metric: "epoch" }, smoothing: 0.6, logX: true, logY: true, outliers: 5 },
      ...{ layout: "each", grouping: { of: "param", key: "lr" }, band: "range" },
    };
    deepStrictEqual(restoreCharts(JSON.parse(JSON.stringify(state))), state);
  });

  it("is as at first where it is missing or makes no sense", () => {
    for (const kept of [
      undefined,
      null,
      7,
      {},
      { axis: "epoch", smoothing: 3, logX: 1, outliers: 50, grouping: { of: "x", key: 1 }, band: 2 },
    ]) {
      deepStrictEqual(restoreCharts(kept), FIRST_CHARTS);
    }
  });
});
