import assert from "node:assert/strict";
import type { LocatedProblem } from "../../../../src/core/model/problem.ts";
import { foldProblems } from "../../../../src/core/verify/fold.ts";

function found(part: Partial<LocatedProblem> = {}): LocatedProblem {
  return {
    ...{ code: "metric-line", severity: "error", store: "/w/mlruns", experiment: "1", run: "r1" },
    ...{ file: "1/r1/metrics/rmse", line: 3, reason: "This is no metric line." },
    ...part,
  };
}

describe("foldProblems", () => {
  it("makes one of all that are alike in an experiment", () => {
    const folded = foldProblems([found(), found({ line: 9 }), found({ experiment: "2" }), found({ code: "empty" })]);
    assert.deepEqual(
      folded.map(({ code, rest }) => [code, rest.length]),
      [
        ["metric-line", 1],
        ["metric-line", 0],
        ["empty", 0],
      ],
    );
  });
});
