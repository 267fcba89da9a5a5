import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { bestIndices, bestValue, isBetter } from "../../../../src/core/model/best.ts";

describe("the best value", () => {
  it("is the least or the greatest", () => {
    equal(bestValue([3, 1, 2], "min"), 1);
    equal(bestValue(new Float64Array([3, 1, 2]), "max"), 3);
    equal(bestValue([3, 1, 2], "unknown"), null);
    equal(bestValue([], "min"), null);
  });

  it("is never NaN, missing or infinite", () => {
    equal(bestValue([Number.NaN, null, 2, Number.NEGATIVE_INFINITY], "min"), 2);
    equal(bestValue([Number.POSITIVE_INFINITY, Number.NaN], "max"), null);
  });

  it("is marked at every run that has it", () => deepEqual(bestIndices([1, 2, 1, null], "min"), [0, 2]));

  it("is not marked where there is nothing to be better than", () => {
    deepEqual(bestIndices([1], "min"), []);
    deepEqual(bestIndices([1, 1], "min"), []);
    deepEqual(bestIndices([1, Number.NaN, Number.POSITIVE_INFINITY], "min"), []);
    deepEqual(bestIndices([1, 2], "unknown"), []);
  });

  it("beats every other one, in any order", () => {
    const values = fc.array(fc.option(fc.double()), { maxLength: 20 });
    fc.assert(
      fc.property(values, fc.constantFrom("min", "max"), (list, goal) => {
        const best = bestValue(list, goal);
        ok(bestValue([...list].reverse(), goal) === best);
        equal(
          list.some((value) => value !== null && best !== null && isBetter(value, best, goal)),
          false,
        );
        for (const index of bestIndices(list, goal)) ok(list[index] === best);
      }),
    );
  });

  it("is better than anything that is not finite", () => {
    equal(isBetter(5, Number.NaN, "min"), true);
    equal(isBetter(5, Number.NEGATIVE_INFINITY, "min"), true);
    equal(isBetter(Number.NaN, 5, "max"), false);
    equal(isBetter(1, 2, "unknown"), false);
  });
});
