import { deepStrictEqual } from "node:assert";
import { FIRST_CHARTS, FIRST_MANY } from "../../../../../src/protocol/chartState.ts";
import { restoreCharts } from "../../../../../src/webview/runs/charts/restore.ts";

describe("what a page kept of its charts", () => {
  it("is read back as it was", () => {
    const state = {
      ...{ axis: { metric: "epoch" }, smoothing: 0.6, logX: true, logY: true, outliers: 5 },
      ...{ layout: "each", grouping: { of: "param", key: "lr" }, band: "range" },
      many: { ...FIRST_MANY, view: "scatter", x: "param:lr", color: "", axes: ["param:lr", "metric:loss"], logs: [] },
    };
    deepStrictEqual(restoreCharts(JSON.parse(JSON.stringify(state))), state);
  });

  it("is as at first where it is missing or makes no sense", () => {
    for (const kept of [
      undefined,
      null,
      7,
      {},
      {
        axis: "epoch",
        smoothing: 3,
        logX: 1,
        outliers: 50,
        grouping: { of: "x", key: 1 },
        band: 2,
        many: { view: 1, x: 2, axes: [3] },
      },
    ]) {
      deepStrictEqual(restoreCharts(kept), FIRST_CHARTS);
    }
  });
});
