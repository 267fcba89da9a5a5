import { deepEqual } from "node:assert/strict";
import { arranged } from "../../../../src/editor/runs/arranged.ts";

const ref = (run: string) => ({ store: "/s", experiment: "0", run });
const order = (pinned: string, wanted: string) =>
  arranged([...pinned].map(ref), [...wanted].map(ref))
    .map(({ run }) => run)
    .join("");

describe("pinned runs in the order a page asks for", () => {
  it("are put as asked", () => {
    deepEqual(order("abc", "cab"), "cab");
  });

  it("keep those that are not named behind, and take in no others and none twice", () => {
    deepEqual([order("abc", "c"), order("abc", "xcc"), order("abc", "")], ["cab", "cab", "abc"]);
  });
});
