import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { bandOf, type RunPoints } from "../../../../../src/core/compare/bands/band.ts";
import { gridOf } from "../../../../../src/core/compare/bands/grid.ts";
import { runCells } from "../../../../../src/core/compare/bands/runCells.ts";
import type { BandKind } from "../../../../../src/core/model/bands.ts";

const run = (points: Readonly<Record<number, number>>): RunPoints => {
  const entries = Object.entries(points).map(([x, value]) => [Number(x), value] as const);
  entries.sort((a, b) => a[0] - b[0]);
  return { x: Float64Array.from(entries, ([x]) => x), values: Float64Array.from(entries, ([, value]) => value) };
};

const band = (runs: readonly RunPoints[], kind: BandKind, maxPoints = 100) =>
  bandOf("all", runs, { band: kind, maxPoints });

describe("a group of runs as one line", () => {
  it("has the mean of the runs at each of their steps, and how many have a value there", () => {
    const { x, mean, counts, runs } = band([run({ 0: 1, 1: 2 }), run({ 0: 3, 1: 4, 2: 5 })], "range");
    deepEqual([...x], [0, 1, 2]);
    deepEqual([...mean], [2, 3, 5]);
    deepEqual([...counts], [2, 2, 1]);
    equal(runs, 2);
  });

  it("has a band of all values, of the deviation, or of its error", () => {
    const runs = [run({ 0: 1 }), run({ 0: 2 }), run({ 0: 6 })];
    const spread = (kind: BandKind) => {
      const { low, high } = band(runs, kind);
      return [low[0], high[0]];
    };
    deepEqual(spread("range"), [1, 6]);
    deepEqual(spread("std"), [3 - Math.sqrt(7), 3 + Math.sqrt(7)]);
    deepEqual(spread("stderr"), [3 - Math.sqrt(7) / Math.sqrt(3), 3 + Math.sqrt(7) / Math.sqrt(3)]);
  });

  it("has no deviation of a single run", () => {
    const { low, mean, high } = band([run({ 0: 1 })], "std");
    deepEqual([low[0], mean[0], high[0]], [Number.NaN, 1, Number.NaN]);
  });

  it("goes straight between the points of a run that logs more seldom, and no further than its ends", () => {
    const { mean, counts } = band([run({ 0: 0, 4: 8 }), run({ 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 })], "range");
    deepEqual([...mean], [0, 1, 2, 3, 4, 0]);
    deepEqual([...counts], [2, 2, 2, 2, 2, 1]);
  });

  it("keeps a gap where a run logged NaN, and an infinity out of the mean", () => {
    const { mean, counts } = band(
      [run({ 0: 1, 1: Number.NaN, 2: 1 }), run({ 0: 3, 1: 3, 2: Number.POSITIVE_INFINITY })],
      "range",
    );
    deepEqual([...mean], [2, 3, 1]);
    deepEqual([...counts], [2, 1, 1]);
    const alone = band([run({ 0: 1, 1: Number.NaN, 2: 1 })], "range");
    deepEqual([...alone.mean], [1, Number.NaN, 1]);
    equal(alone.low[1], Number.NaN);
  });

  it("is told over equal stretches where there are more steps than points, with every extreme in its range", () => {
    const steps = Array.from({ length: 1000 }, (_, i) => i);
    const runs = [0, 1].map((n) => run(Object.fromEntries(steps.map((i) => [i, i === 500 + n ? 1000 : n]))));
    const { x, mean, low, high, isBinned } = band(runs, "range", 10);
    equal(isBinned, true);
    equal(x.length, 10);
    deepEqual([x[0], Number(x[9]?.toFixed(9))], [999 / 20, 999 - 999 / 20]);
    equal(Math.max(...high), 1000);
    equal(Math.min(...low), 0);
    ok(Math.abs((mean[0] ?? 0) - 0.5) < 1e-12);
  });

  it("is nothing of no runs, and of no points", () => {
    equal(band([], "std").x.length, 0);
    equal(band([run({})], "std").x.length, 0);
    equal(band([run({ 0: 1, 1: 1 })], "std", 0).x.length, 0);
  });

  const value = fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: -1e3, max: 1e3, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );
  const anyRun = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 20 }), value), { maxLength: 15 })
    .map((points) => run(Object.fromEntries(points)));

  /** The value of a run at an x, said plainly: logged there, or on the line between its neighbours. */
  function valueAt({ x, values }: RunPoints, place: number): number {
    const at = x.indexOf(place);
    if (at >= 0) return values[at] ?? Number.NaN;
    const after = x.findIndex((one) => one > place);
    if (after < 1) return Number.NaN;
    const [from = 0, to = 0, a = 0, b = 0] = [x[after - 1], x[after], values[after - 1], values[after]];
    return a + ((b - a) * (place - from)) / (to - from);
  }

  it("agrees with the plain definition for any runs", () => {
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 5 }), (runs) => {
        const found = band(runs, "std");
        deepEqual(
          [...found.x],
          [...new Set(runs.flatMap(({ x }) => [...x]))].sort((a, b) => a - b),
        );
        for (const [i, place] of found.x.entries()) {
          const values = runs.map((one) => valueAt(one, place)).filter((one) => !Number.isNaN(one));
          equal(found.counts[i], values.length);
          if (values.length === 0) continue;
          const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
          const std = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1));
          ok(Math.abs((found.mean[i] ?? 0) - mean) < 1e-9);
          if (values.length > 1) ok(Math.abs((found.high[i] ?? 0) - (mean + std)) < 1e-6);
        }
      }),
    );
  });

  it("puts every point into a stretch, whatever the axis", () => {
    const axis = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(axis, (list) => {
        const x = Float64Array.from(list).sort();
        const grid = gridOf([x], 4);
        for (const place of x) ok(grid.cellOf(place) >= 0 && grid.cellOf(place) < grid.x.length);
        const { min, max } = runCells(x, x, grid);
        const least = Math.min(...[...min].filter((one) => !Number.isNaN(one)));
        const most = Math.max(...[...max].filter((one) => !Number.isNaN(one)));
        equal(least + 0, (x[0] ?? 0) + 0);
        equal(most + 0, (x.at(-1) ?? 0) + 0);
      }),
    );
  });
});
