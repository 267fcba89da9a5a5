import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { cutMiddle, cutPair } from "../../../../src/core/compare/cutText.ts";

describe("a text that is cut", () => {
  it("keeps both its ends", () => {
    equal(cutMiddle("abcdefghij", 5), "ab…ij");
    equal(cutMiddle("abcde", 5), "abcde");
    equal(cutMiddle("😀😀😀😀😀😀", 5), "😀😀…😀😀");
  });

  it("shows beside another where they part", () => {
    deepEqual(cutPair("short", "text", 10), ["short", "text"]);
    const [from, to] = cutPair(`${"/data".repeat(20)}/v1.csv`, `${"/data".repeat(20)}/v2.csv`, 24);
    deepEqual([from, to], ["…ta/data/data/data/v1.csv", "…ta/data/data/data/v2.csv"]);
  });

  it("differs from the other whenever they do, and is no longer than asked", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "é", "😀"), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = cutPair(a, b, 20);
        ok([...left].length <= 22 && [...right].length <= 22);
        if (a !== b) notEqual(left, right);
      }),
    );
  });
});
