import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { NumberColumn } from "../../../../../../src/core/compare/manyRuns/columns.ts";
import { plainCoding } from "../../../../../../src/webview/ui/chart/items/coding.ts";
import { nearestPoint, scatterPixels } from "../../../../../../src/webview/ui/chart/points/paintScatter.ts";
import { scatterOf } from "../../../../../../src/webview/ui/chart/points/scatter.ts";

function column(...values: number[]): NumberColumn {
  const named = { of: "metric", key: "loss", missing: 0, range: null, isLogarithmic: false } as const;
  return { kind: "number", ...named, values: Float64Array.from(values) };
}

const PLAIN = { size: null, coding: plainCoding(4), logX: false, logY: false };

describe("points of two columns", () => {
  const x = column(1, 2, Number.NaN, 0);
  const y = column(5, Number.POSITIVE_INFINITY, 3, 1);

  it("are those of runs that have a place on both axes", () => {
    deepStrictEqual(scatterOf({ ...PLAIN, x, y }).shown, [0, 3]);
    deepStrictEqual(scatterOf({ ...PLAIN, x, y, logX: true }).shown, [0]);
  });

  it("grow in area with a third column; those without a number are small", () => {
    const { sizes } = scatterOf({ ...PLAIN, x, y, size: column(0, 5, 10, Number.NaN) });
    const [least = 0, middle = 0, most = 0, none] = sizes;
    ok(Math.abs(middle ** 2 - (least ** 2 + most ** 2) / 2) < 1e-9);
    strictEqual(none, least);
  });

  it("are found within reach, the nearest first", () => {
    const scatter = scatterOf({ ...PLAIN, x, y });
    const track = (from: number, to: number) => ({ scale: { kind: "linear", from, to } as const, start: 0, end: 100 });
    const layout = {
      box: { left: 0, top: 0, width: 100, height: 100 },
      x: track(0, 10),
      y: track(0, 10),
      xTicks: [],
      yTicks: [],
    };
    const pixels = scatterPixels(scatter, layout, x.values, y.values);
    deepStrictEqual([pixels.x[0], pixels.y[0], pixels.x[1]], [10, 50, Number.NaN]);
    strictEqual(nearestPoint(pixels, 14, 52), 0);
    strictEqual(nearestPoint(pixels, 2, 12), 3);
    strictEqual(nearestPoint(pixels, 60, 60), null);
  });
});
