import { deepEqual } from "node:assert/strict";
import { moved, placeAfter } from "../../../../../../src/webview/runs/compare/chips/arranging.ts";

describe("arranging runs", () => {
  const drop = (from: number, onto: number, after: boolean) =>
    moved(["a", "b", "c", "d"], from, placeAfter(from, onto, after)).join("");

  it("drops one before or after another", () => {
    deepEqual(
      [drop(0, 2, false), drop(0, 2, true), drop(3, 0, false), drop(3, 0, true)],
      ["bacd", "bcad", "dabc", "adbc"],
    );
  });

  it("changes nothing where one is dropped on itself", () => {
    deepEqual([drop(1, 1, false), drop(1, 1, true), moved(["a"], 5, 0).join("")], ["abcd", "abcd", "a"]);
  });
});
