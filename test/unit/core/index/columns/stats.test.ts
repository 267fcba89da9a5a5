import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { statsAt, statsOf } from "../../../../../src/core/index/columns/stats.ts";

describe("statistics of a group", () => {
  it("are of nothing, of one and of some numbers", () => {
    assert.deepEqual(statsOf([]), { count: 0, mean: null, std: null, min: null, max: null });
    assert.deepEqual(statsOf([3]), { count: 1, mean: 3, std: null, min: 3, max: 3 });
    assert.deepEqual(statsOf([2, 4, 4, 4, 5, 5, 7, 9]), { count: 8, mean: 5, std: Math.sqrt(32 / 7), min: 2, max: 9 });
  });

  it("are what exact arithmetic says of the same numbers", () => {
    const cases = JSON.parse(readFileSync("test/fixtures/group-statistics.json", "utf8"));
    assert.ok(cases.length > 5);
    for (const { name, values, ...expected } of cases) {
      // What cancels out is as exact as the largest number is.
      const size = Math.max(Math.abs(expected.min), Math.abs(expected.max));
      const numbers = Float64Array.from(values, Number);
      const found = statsAt(
        numbers,
        numbers.map((_, i) => i),
      );
      for (const key of ["count", "mean", "std", "min", "max"] as const) {
        const [ours, theirs] = [found[key], expected[key]];
        const isNear =
          ours === theirs || (ours !== null && Math.abs(ours - theirs) <= 1e-13 * (key === "mean" ? size : theirs));
        assert.ok(isNear, `${name} ${key}: ${ours} and ${theirs}`);
      }
    }
  });

  it("leave NaN out, and read the places asked for alone", () => {
    const values = Float64Array.of(1, Number.NaN, 3, 100);
    assert.deepEqual(statsAt(values, [0, 1, 2]), { count: 2, mean: 2, std: Math.SQRT2, min: 1, max: 3 });
  });

  it("keep the digits of numbers that lie close together far from zero", () => {
    const { mean, std } = statsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    assert.equal(mean, 1e9 + 10);
    assert.ok(Math.abs((std ?? 0) - Math.sqrt(30)) < 1e-9);
  });

  it("hold for the greatest and the least doubles", () => {
    const { mean, std } = statsOf([1e308, 1e308, -1e308]);
    assert.ok(Math.abs((mean ?? 0) / 1e308 - 1 / 3) < 1e-12);
    assert.ok(Math.abs((std ?? 0) / 1e308 - Math.sqrt(4 / 3)) < 1e-12);
    const tiny = statsOf([5e-324, 1e-323, 1.5e-323]);
    assert.deepEqual([tiny.mean, tiny.std], [1e-323, 5e-324]);
  });

  it("have no mean or deviation where infinities leave none", () => {
    const { mean, std, max } = statsOf([1, Number.POSITIVE_INFINITY]);
    assert.deepEqual([mean, std, max], [Number.POSITIVE_INFINITY, null, Number.POSITIVE_INFINITY]);
    assert.equal(statsOf([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]).mean, null);
  });
});
