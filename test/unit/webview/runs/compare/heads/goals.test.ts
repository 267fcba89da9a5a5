import { deepEqual } from "node:assert/strict";
import { nextGoals } from "../../../../../../src/webview/runs/compare/heads/goalWords.ts";

describe("what a click makes of a metric's goal", () => {
  it("goes low, high, unknown where nobody knows", () => {
    const first = nextGoals({}, "rows", "unknown");
    const second = nextGoals(first, "rows", "unknown");
    deepEqual([first, second, nextGoals(second, "rows", "unknown")], [{ rows: "min" }, { rows: "max" }, {}]);
  });

  it("turns a guess round and back, and leaves other metrics alone", () => {
    const turned = nextGoals({ rows: "max" }, "loss", "min");
    deepEqual([turned, nextGoals(turned, "loss", "min")], [{ rows: "max", loss: "max" }, { rows: "max" }]);
  });
});
