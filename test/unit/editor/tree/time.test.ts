import assert from "node:assert/strict";
import { age, duration } from "../../../../src/editor/tree/time.ts";

const HOUR = 3_600_000;

describe("age", () => {
  const cases: [number, string][] = [
    [-5000, "now"],
    [59_000, "now"],
    [5 * 60_000, "5 min"],
    [3 * HOUR, "3 h"],
    [49 * HOUR, "2 d"],
    [95 * 24 * HOUR, "3 mo"],
    [800 * 24 * HOUR, "2 y"],
  ];
  for (const [passed, text] of cases) it(`says ${text}`, () => assert.equal(age(0, passed), text));
});

describe("duration", () => {
  const cases: [number, string][] = [
    [12, "12 ms"],
    [1500, "1.5 s"],
    [42_000, "42 s"],
    [125_000, "2 min 5 s"],
    [2 * HOUR + 60_000, "2 h 1 min"],
    [50 * HOUR, "2 d 2 h"],
  ];
  for (const [ms, text] of cases) it(`says ${text}`, () => assert.equal(duration(ms), text));
});
