import { deepEqual, throws } from "node:assert/strict";
import { assertSame, differences } from "./differences.ts";

describe("differences", () => {
  it("are none between equal values, NaN's text and nested lists among them", () => {
    deepEqual(differences({ a: [1, { b: "NaN" }], c: null }, { a: [1, { b: "NaN" }], c: null }), []);
  });

  it("name every place, with what is missing on either side", () => {
    const found = differences({ a: [1, 2], b: { c: "x" }, d: 1 }, { a: [1], b: { c: "y" }, e: 1 });
    deepEqual(
      found.map(({ path }) => path),
      ["$.a.1", "$.b.c", "$.d", "$.e"],
    );
  });

  it("tell -0 from 0, a number from its text, null from nothing, a list from a map", () => {
    deepEqual(differences([0, 1, null, []], [-0, "1", undefined, {}]).length, 4);
  });

  it("fail a comparison", () => {
    throws(() => assertSame({ a: 1 }, { a: 2 }), /1 differences.*\n {2}\$\.a: 1 but 2/);
  });
});
