import assert from "node:assert/strict";
import { sortByKey } from "../../../../src/core/model/text.ts";

const keysOf = (keys: readonly string[]): string[] => sortByKey(keys.map((key) => ({ key }))).map(({ key }) => key);

describe("sortByKey", () => {
  it("sorts by code, not by locale", () => {
    assert.deepEqual(keysOf(["b", "a", "B", "é", "z"]), ["B", "a", "b", "z", "é"]);
  });

  it("leaves what is sorted as it is, equal keys too", () => {
    const entries = ["a", "a", "b"].map((key, nth) => ({ key, nth }));
    assert.equal(sortByKey(entries), entries);
    assert.deepEqual(
      entries.map(({ nth }) => nth),
      [0, 1, 2],
    );
    assert.deepEqual(keysOf([]), []);
  });
});
