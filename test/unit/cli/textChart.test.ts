import { deepEqual, equal } from "node:assert/strict";
import { type ChartPoint, textChart } from "../../../src/cli/textChart.ts";

const point = (x: number, y: number, isMarked = false): ChartPoint => ({ x, y, isMarked });
const SETUP = { width: 14, height: 3, range: [0, 10], label: String } as const;

describe("a chart of text", () => {
  it("puts points by their place, the greatest on top", () => {
    deepEqual(textChart([point(0, 0), point(5, 5, true), point(9, 10)], SETUP), [
      "10 │         ·",
      "   │     ●",
      " 0 │·",
    ]);
  });

  it("shows what lies beyond its range at the edge, and what is marked before the rest", () => {
    const points = [point(0, 99), point(9, -99), point(5, 5, true), point(5, 5)];
    deepEqual(textChart(points, SETUP), ["10 │↑", "   │     ●", " 0 │         ↓"]);
  });

  it("puts a single value in the middle, and leaves out what is no number", () => {
    deepEqual(textChart([point(1, 4), point(1, Number.NaN)], { ...SETUP, range: [4, 4], width: 13 }), [
      "4 │",
      "  │     ·",
      "4 │",
    ]);
    equal(textChart([point(1, Number.NaN)], SETUP).length, 0);
  });
});
