import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { placePoints, within } from "../../../../src/core/compare/placePoints.ts";
import type { MetricHistory } from "../../../../src/core/model/metric.ts";

const T = 1_700_000_000_000;

/** Points as `[step, value, milliseconds after T]`. */
function history(key: string, points: readonly (readonly [number, number, number])[]): MetricHistory {
  const column = (at: 0 | 1 | 2, plus = 0): Float64Array => Float64Array.from(points, (point) => point[at] + plus);
  return { key, steps: column(0), values: column(1), timestamps: column(2, T) };
}

const LOSS = history("loss", [
  [2, 20, 300],
  [0, 0, 100],
  [1, 10, 200],
]);

describe("points placed along an axis", () => {
  it("lie at their steps in the order of the steps, whatever order they were logged in", () => {
    const { points, unplaced } = placePoints(LOSS, "step", null);
    deepEqual([...points.x], [0, 1, 2]);
    deepEqual([...points.values], [0, 10, 20]);
    equal(unplaced, 0);
  });

  it("of one step come by time, then as logged", () => {
    const twice = history("loss", [
      [1, 3, 9],
      [1, 1, 5],
      [1, 2, 5],
    ]);
    deepEqual([...placePoints(twice, "step", null).points.values], [1, 2, 3]);
  });

  it("count time from the first point, or from 1970", () => {
    deepEqual([...placePoints(LOSS, "relative", null).points.x], [0, 100, 200]);
    deepEqual([...placePoints(LOSS, "wall", null).points.x], [T + 100, T + 200, T + 300]);
  });

  it("read the seconds of MLflow 0.x as milliseconds", () => {
    const old = { ...LOSS, timestamps: Float64Array.from([1_500_000_003, 1_500_000_001, 1_500_000_002]) };
    deepEqual([...placePoints(old, "relative", null).points.x], [0, 1000, 2000]);
  });

  it("lie where another metric was at their step, logged last; without one they lie nowhere and are counted", () => {
    const epoch = history("epoch", [
      [0, 7, 0],
      [1, 1, 9],
      [1, 2, 1],
      [5, 9, 2],
    ]);
    const { points, unplaced } = placePoints(LOSS, { metric: "epoch" }, epoch);
    deepEqual([...points.x], [1, 7]);
    deepEqual([...points.values], [10, 0]);
    equal(unplaced, 1);
    equal(placePoints(LOSS, { metric: "epoch" }, null).unplaced, 3);
  });

  it("have no place at what is not finite", () => {
    const odd = history("odd", [
      [0, Number.NaN, 0],
      [1, Number.POSITIVE_INFINITY, 0],
    ]);
    const { points, unplaced } = placePoints(LOSS, { metric: "odd" }, odd);
    equal(points.x.length, 0);
    equal(unplaced, 3);
  });
});

describe("a range of places", () => {
  const X = Float64Array.from([0, 10, 20, 30, 40]);

  it("holds the points inside and the next on either side", () => {
    deepEqual(within(X, [15, 25]), [1, 4]);
    deepEqual(within(X, [10, 20]), [0, 4]);
    deepEqual(within(X, [-5, 99]), [0, 5]);
    deepEqual(within(X, [12, 13]), [1, 3]);
  });

  it("beyond the ends is the nearest point, of nothing is nothing", () => {
    deepEqual(within(X, [50, 60]), [4, 5]);
    deepEqual(within(X, [-9, -5]), [0, 1]);
    deepEqual(within(new Float64Array(), [0, 1]), [0, 0]);
  });

  it("agrees with counting", () => {
    const places = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 });
    const end = fc.integer({ min: -3, max: 33 });
    fc.assert(
      fc.property(places, end, end, (all, a, b) => {
        const x = Float64Array.from(all).sort();
        const range = [Math.min(a, b), Math.max(a, b)] as const;
        const before = x.filter((place) => place < range[0]).length;
        const upTo = x.filter((place) => place <= range[1]).length;
        deepEqual(within(x, range), [Math.max(0, before - 1), Math.min(x.length, upTo + 1)]);
      }),
    );
  });
});
