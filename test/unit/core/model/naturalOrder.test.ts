import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { byNature } from "../../../../src/core/model/naturalOrder.ts";

describe("natural order", () => {
  it("counts", () => {
    const names = ["b", "a10", "a2", "a", "A3", "10", "9", "a2b", "a02", "", "layer.10.w", "layer.9.w", "_x"];
    const sorted = ["", "9", "10", "_x", "a", "a02", "a2", "a2b", "A3", "a10", "b", "layer.9.w", "layer.10.w"];
    deepEqual(names.sort(byNature), sorted);
  });

  it("is an order of all texts", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[aB01_.]{0,6}$/));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        equal(Math.sign(byNature(a, b)), -Math.sign(byNature(b, a)) + 0);
        equal(byNature(a, b) === 0, a === b);
        if (byNature(a, b) <= 0 && byNature(b, c) <= 0) equal(byNature(a, c) <= 0, true);
      }),
    );
  });
});
