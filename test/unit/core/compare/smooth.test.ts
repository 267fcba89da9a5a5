import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { smooth } from "../../../../src/core/compare/smooth.ts";

/** The weighted mean said plainly: the latest value weighs 1, each one before it `weight` times less. */
function weightedMean(values: readonly number[], weight: number): number {
  let sum = 0;
  let weights = 0;
  values.toReversed().forEach((value, age) => {
    sum += value * weight ** age;
    weights += weight ** age;
  });
  return sum / weights;
}

describe("smoothing", () => {
  it("is the mean of all values so far, each weighing less than the next", () => {
    const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (all, weight) => {
          const ours = smooth(Float64Array.from(all), weight).at(-1) ?? Number.NaN;
          ok(Math.abs(ours - weightedMean(all, weight)) < 1e-8);
        },
      ),
    );
  });

  it("changes nothing with no weight", () => {
    deepEqual([...smooth(Float64Array.from([3, -1, 4]), 0)], [3, -1, 4]);
  });

  it("leaves a constant as it is, to the last digit", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (value, weight) => {
          deepEqual([...smooth(new Float64Array(20).fill(value), weight)], new Array(20).fill(value));
        },
      ),
    );
  });

  it("leaves what is not finite where it is, and goes on after it as if it were not there", () => {
    const ours = smooth(Float64Array.from([1, Number.NaN, Number.POSITIVE_INFINITY, 2]), 0.5);
    ok(Number.isNaN(ours[1]));
    equal(ours[2], Number.POSITIVE_INFINITY);
    equal(ours[3], smooth(Float64Array.from([1, 2]), 0.5)[1]);
  });

  it("stays finite with the greatest numbers", () => {
    deepEqual(
      [...smooth(Float64Array.from([1e308, 1e308]), 0.9)].map((value) => value > 9e307),
      [true, true],
    );
  });
});
