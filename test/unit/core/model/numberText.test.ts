import assert from "node:assert/strict";
import { countText, shortNumber, shortSize } from "../../../../src/core/model/numberText.ts";

describe("shortNumber", () => {
  const cases: [number, string][] = [
    [0.41234567, "0.4123"],
    [0.5, "0.5"],
    [0, "0"],
    [100, "100"],
    [1234.5678, "1235"],
    [123456.7, "123457"],
    [1e12, "1e12"],
    [12345678, "1.235e7"],
    [0.00001234, "1.234e-5"],
    [-6.78901, "-6.789"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
  ];
  for (const [value, text] of cases) {
    it(`writes ${value} as ${text}`, () => assert.equal(shortNumber(value), text));
  }
});

describe("shortSize", () => {
  it("uses the unit people read bytes in", () => {
    assert.deepEqual([0, 999, 1500, 25_000, 3_200_000].map(shortSize), ["0 B", "999 B", "1.5 kB", "25 kB", "3.2 MB"]);
  });
});

describe("countText", () => {
  for (const [count, text] of [
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [1234567, "1,234,567"],
  ] as const) {
    it(`writes ${count} as ${text}`, () => assert.equal(countText(count), text));
  }
});
