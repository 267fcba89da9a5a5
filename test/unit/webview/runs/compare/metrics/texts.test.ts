import { deepEqual, equal } from "node:assert/strict";
import { deltaOf } from "../../../../../../src/core/compare/delta.ts";
import { percentOf, toleranceOf } from "../../../../../../src/core/compare/toleranceText.ts";
import { absoluteText, relativeText } from "../../../../../../src/webview/runs/compare/metrics/deltaText.ts";

describe("the words of a difference", () => {
  const texts = (value: number, base: number) => {
    const delta = deltaOf(value, base);
    return delta === null ? null : [absoluteText(delta), relativeText(delta)];
  };

  it("always have a sign", () => {
    deepEqual(texts(0.4124, 0.4278), ["\u22120.0154", "\u22123.6 %"]);
    deepEqual(texts(1.5, 1), ["+0.5", "+50 %"]);
    deepEqual(texts(1, 1), ["0", "0"]);
  });

  it("are a factor from tenfold on", () => {
    deepEqual(texts(12, 1), ["+11", "×12"]);
    deepEqual(texts(-12, -1), ["\u221211", "\u22121100 %"]);
  });

  it("leave the share out where it says nothing", () => {
    deepEqual(texts(3, 0), ["+3", null]);
    deepEqual(texts(3, -3), ["+6", null]);
  });
});

describe("a tolerance", () => {
  it("is read as people write percentages", () => {
    deepEqual(["0.1", "0,1 %", ".1", "5", "", "100"].map(toleranceOf), [0.001, 0.001, 0.001, 0.05, 0, 1]);
  });

  it("is refused where it is none", () => {
    deepEqual(["-1", "101", "1e1", "a", "1 2"].map(toleranceOf), [null, null, null, null, null]);
  });

  it("is written as it is read", () => {
    for (const text of ["0", "0.1", "0.025", "12.5", "100"]) equal(percentOf(toleranceOf(text) ?? Number.NaN), text);
  });
});
