import assert from "node:assert/strict";
import type { LocatedProblem } from "../../../../src/core/model/problem.ts";
import { foldProblems } from "../../../../src/core/verify/fold.ts";
import { type VerifiedStore, verdict, verifyReport } from "../../../../src/core/verify/report.ts";

function found(part: Partial<LocatedProblem> = {}): LocatedProblem {
  return {
    code: "metric-line",
    severity: "error",
    store: "/w/mlruns",
    experiment: "1",
    run: "r1",
    file: "1/r1/metrics/rmse",
    line: 3,
    reason: "This is no metric line.",
    ...part,
  };
}

function store(problems: readonly LocatedProblem[] = [], part: Partial<VerifiedStore> = {}): VerifiedStore {
  return { key: "/w/mlruns", label: "mlruns", experiments: 4, runs: 240, error: null, problems, ...part };
}

describe("the verdict", () => {
  it("says that the data is whole, with what was counted", () => {
    assert.equal(verdict([store(), store()]), "The data is whole: 2 stores, 8 experiments, 480 runs.");
  });

  it("counts each damaged run once", () => {
    const problems = [found(), found({ line: 4 }), found({ run: "r2" })];
    assert.equal(verdict([store(problems)]), "2 of 240 runs are damaged.");
  });

  it("does not call a run damaged for a warning", () => {
    assert.match(verdict([store([found({ severity: "warning" })])]), /^The data is whole/);
  });

  it("names errors that concern no run", () => {
    const text = verdict([store([found({ run: null })])]);
    assert.equal(text, "Every run can be read, but 1 error was found beside them.");
  });

  it("says first where a store cannot be read at all", () => {
    assert.equal(verdict([store(), store([], { error: "It is encrypted." })]), "1 store of 2 cannot be read.");
  });

  it("has a word for nothing at all", () => assert.equal(verdict([]), "There is no MLflow store to verify."));
});

describe("verifyReport", () => {
  const text = verifyReport([store([found({ severity: "warning", reason: "late" }), found()])], () => "file:///w/x#L3");

  it("puts the verdict first", () => assert.ok(text.startsWith("# 1 of 240 runs is damaged.\n")));

  it("lists errors before warnings, with file, line and reason", () => {
    const lines = text.split("\n").filter((line) => line.startsWith("- "));
    assert.match(
      lines[0] ?? "",
      /\*\*error\*\* \[1\/r1\/metrics\/rmse:3\]\(<file:\/\/\/w\/x#L3>\): This is no metric line/,
    );
    assert.match(lines[1] ?? "", /\*\*warning\*\*/);
  });

  it("lets no file name become Markdown", () => {
    const hostile = verifyReport([store([found({ file: "](command:x) <img>" })])], () => "file:///a>b");
    assert.ok(!/(?<!\\)\]\(command/.test(hostile), hostile);
    assert.ok(!/(?<!\\)<img/.test(hostile), hostile);
    assert.ok(hostile.includes("file:///a%3Eb"), hostile);
  });

  it("stays readable with very many findings", () => {
    const many = Array.from({ length: 5000 }, (_, line) => found({ line }));
    assert.match(
      verifyReport([store(many)], () => "x"),
      /4,000 more findings not listed here/,
    );
  });
});

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
