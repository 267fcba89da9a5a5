import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { deltaOf, isClose } from "../../../../src/core/compare/delta.ts";
import { numberTexts, percentText, signedPercent } from "../../../../src/core/compare/verdict/numbers.ts";

describe("a delta", () => {
  it("is a difference and a share of the base's magnitude", () => {
    deepEqual(deltaOf(0.3, 0.4), { absolute: 0.3 - 0.4, relative: (0.3 - 0.4) / 0.4 });
    deepEqual(deltaOf(-3, -2), { absolute: -1, relative: -0.5 });
    deepEqual(deltaOf(0, 5), { absolute: -5, relative: -1 });
  });

  it("is no share of zero, over zero, or of what no double holds", () => {
    equal(deltaOf(1, 0)?.relative, null);
    equal(deltaOf(0, 0)?.relative, null);
    equal(deltaOf(1, -1)?.relative, null);
    equal(deltaOf(1e308, 5e-324)?.relative, null);
  });

  it("is none where either is missing or not finite", () => {
    for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
      equal(deltaOf(value, 1), null);
      equal(deltaOf(1, value), null);
    }
  });
});

describe("closeness", () => {
  it("forgives rounding and nothing more", () => {
    equal(isClose(0.1 + 0.2, 0.3), true);
    equal(isClose(1, 1 + 1e-8), false);
    equal(isClose(0, 1e-300), false);
  });

  it("takes the greater of both tolerances", () => {
    equal(isClose(100, 101, { relative: 0.01, absolute: 0 }), true);
    equal(isClose(100, 101, { relative: 0, absolute: 0.5 }), false);
    equal(isClose(0, 0.4, { relative: 0.1, absolute: 0.5 }), true);
  });

  it("goes both ways", () => {
    fc.assert(fc.property(fc.double(), fc.double(), (a, b) => equal(isClose(a, b), isClose(b, a))));
  });
});

describe("numbers in a sentence", () => {
  it("have two digits as percentages, whole from ten on", () => {
    deepEqual([0.0364, 0.03, 0.0996, 0.4, 1.234, 0.00042].map(percentText), [
      "3.6 %",
      "3 %",
      "10 %",
      "40 %",
      "123 %",
      "0.042 %",
    ]);
  });

  it("are no percentages where nobody could read them", () => {
    equal(signedPercent(-0.05), "-5 %");
    equal(signedPercent(0.00001), null);
  });

  it("never look the same where they differ", () => {
    deepEqual(numberTexts([0.412345678, 0.412345668]), ["0.41234568", "0.41234567"]);
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 4 }), (values) => {
        const distinct = new Set(values.map((value) => value + 0)).size;
        equal(new Set(numberTexts(values.map((value) => value + 0))).size, distinct);
      }),
    );
  });
});
