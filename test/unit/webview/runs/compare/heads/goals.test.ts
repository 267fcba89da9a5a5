import { deepEqual } from "node:assert/strict";
import { nextGoal } from "../../../../../../src/webview/runs/compare/heads/goalWords.ts";

describe("what a click makes of a metric's goal", () => {
  it("is low where nobody knows, else the other one", () => {
    deepEqual([nextGoal("unknown"), nextGoal("min"), nextGoal("max")], ["min", "max", "min"]);
  });
});
