import { deepStrictEqual, strictEqual } from "node:assert";
import type { Series } from "../../../src/core/model/views.ts";
import { chartData, notPositive, positiveOnly } from "../../../src/webview/ui/chart/chartData.ts";

const ref = { store: "/s", experiment: "0", run: "a" };

function series(steps: number[], values: number[], timestamps = steps.map((step) => 1000 * step)): Series {
  return {
    ref,
    key: "loss",
    x: Float64Array.from(steps),
    steps: Float64Array.from(steps),
    values: Float64Array.from(values),
    timestamps: Float64Array.from(timestamps),
    smoothed: null,
    points: values.length,
    unplaced: 0,
  };
}

describe("chartData", () => {
  it("orders points by step, whatever order they were logged in", () => {
    const data = chartData([series([3, 1, 2], [30, 10, 20])]);
    deepStrictEqual(data, { axis: "step", x: [1, 2, 3], lines: [[10, 20, 30]] });
  });

  it("draws nothing for a single point, nor for one logged twice", () => {
    strictEqual(chartData([series([0], [1])]), null);
    strictEqual(chartData([series([0, 0], [1, 1], [5, 5])]), null);
    strictEqual(chartData([]), null);
  });

  it("counts seconds where the code never counted steps", () => {
    const data = chartData([series([0, 0, 0], [3, 2, 1], [5000, 6000, 7500])]);
    deepStrictEqual(data, { axis: "seconds", x: [0, 1, 2.5], lines: [[3, 2, 1]] });
  });

  it("keeps NaN and infinities as gaps", () => {
    const data = chartData([series([0, 1, 2, 3], [1, Number.NaN, Number.POSITIVE_INFINITY, 4])]);
    deepStrictEqual(data?.lines, [[1, null, null, 4]]);
  });

  it("takes the last of several values at one step", () => {
    deepStrictEqual(chartData([series([0, 1, 1], [1, 3, 2], [0, 2000, 1000])])?.lines, [[1, 3]]);
  });

  it("tells a gap of a line from a step that only others have", () => {
    const data = chartData([series([0, 2], [1, 2]), series([0, 1, 2], [5, Number.NaN, 7])]);
    deepStrictEqual(data?.x, [0, 1, 2]);
    deepStrictEqual(data?.lines, [
      [1, undefined, 2],
      [5, null, 7],
    ]);
  });

  it("leaves out of a logarithmic axis what it cannot show", () => {
    const data = chartData([series([0, 1, 2], [1, 0, -1])]);
    deepStrictEqual(data && positiveOnly(data).lines, [[1, null, null]]);
  });

  it("counts what a logarithmic axis leaves out, gaps and missing points not among it", () => {
    const data = chartData([series([0, 1, 2], [1, 0, -1]), series([0, 3], [Number.NaN, -0])]);
    deepStrictEqual(data && notPositive(data), 3);
  });
});
