import { deepEqual, equal } from "node:assert/strict";
import { contributes } from "../../../../package.json";
import { styleFor } from "../../../../src/cli/style.ts";
import type { Finding } from "../../../../src/core/model/finding.ts";
import { RULES } from "../../../../src/core/verify/checks.ts";
import { textReport } from "../../../../src/core/verify/report/text.ts";

const { problemMatchers, problemPatterns } = contributes;
const { bold, red, yellow, dim } = styleFor(false);
const style = { bold, error: red, warning: yellow, info: dim, dim };

function finding(part: Partial<Finding>): Finding {
  return {
    ...{ rule: "MLR201", severity: "error", file: "mlruns/1/r1/metrics/rmse", line: 3, column: null, fix: null },
    ...{ store: "/w/mlruns", experiment: "1", run: "r1", message: "The line is none." },
    ...part,
  };
}

/** The lines of a real report. */
function report(findings: readonly Finding[], all = false): string[] {
  const store = { key: "/w/mlruns", label: "mlruns", experiments: 1, runs: 9, error: null };
  const rest = { accepted: 0, config: null, unfinished: null, untold: [], damagedRuns: 0 };
  const verification = { target: { kind: "data" }, stores: [store], findings, ...rest } as const;
  return textReport(verification, RULES, { all, style }).split("\n");
}

/** What VS Code makes of a line by our two patterns: file, line, column, severity, code and message. */
function matched(line: string): (string | undefined)[][] {
  return problemPatterns.flatMap((pattern) => {
    const found = new RegExp(pattern.regexp).exec(line);
    if (found === null) return [];
    const part = (group: number | undefined) => (group === undefined ? undefined : found[group]);
    const { file, severity, code, message } = pattern;
    return [[file, pattern.line, pattern.column, severity, code, message].map(part)];
  });
}

const matchedOf = (part: Partial<Finding>) => report([finding(part)]).flatMap(matched);

describe("the problem matchers of package.json", () => {
  it("read a place with line and column, with a line alone, and a file alone, each once", () => {
    deepEqual(matchedOf({ column: 7 }), [
      ["mlruns/1/r1/metrics/rmse", "3", "7", "error", "MLR201", "The line is none."],
    ]);
    deepEqual(matchedOf({ severity: "warning" }), [
      ["mlruns/1/r1/metrics/rmse", "3", undefined, "warning", "MLR201", "The line is none."],
    ]);
    deepEqual(matchedOf({ line: null, rule: "MLR102" }), [
      ["mlruns/1/r1/metrics/rmse", undefined, undefined, "error", "MLR102", "The line is none."],
    ]);
  });

  for (const file of [
    "my data/ml runs/1/r1/metrics/val loss",
    "mlruns/1/r1/metrics/loss: train",
    "C:/Users/A B/mlruns/1/r1/metrics/rmse",
    "D:\\data\\mlruns\\1\\r1\\meta.yaml",
    "//server/share/mlruns/1/meta.yaml",
    "../other root/mlruns/1/meta.yaml",
    "mlruns/1/r1/tags/größe 指标",
  ]) {
    it(`reads the name: ${file}`, () => {
      deepEqual(matchedOf({ file, column: 1 })[0]?.slice(0, 3), [file, "3", "1"]);
      deepEqual(matchedOf({ file })[0]?.slice(0, 3), [file, "3", undefined]);
      deepEqual(matchedOf({ file, line: null })[0]?.slice(0, 3), [file, undefined, undefined]);
      for (const line of [3, null]) equal(matchedOf({ file, line }).length, 1);
    });
  }

  it("take a name that ends like a line for a name", () => {
    const file = "mlruns/1/r1/metrics/at 12:30";
    deepEqual(matchedOf({ file })[0]?.slice(0, 3), [file, "3", "1"]);
    deepEqual(matchedOf({ file, line: null })[0]?.slice(0, 3), [file, "1", "1"]);
  });

  it("leave out notes, which every healthy clone has", () => deepEqual(matchedOf({ severity: "info" }), []));

  it("leave out the verdict, totals, remedies and what is counted", () => {
    const many = Array.from({ length: 12 }, (_, i) => finding({ run: `r${i}`, file: `mlruns/1/r${i}/metrics/rmse` }));
    const lines = report([...many, finding({ severity: "warning", message: "a: error MLR201 in it" })]);
    equal(lines.flatMap(matched).length, 4);
    equal(report(many, true).flatMap(matched).length, 12);
    deepEqual(lines.flatMap(matched)[3]?.slice(3), ["warning", "MLR201", "a: error MLR201 in it"]);
  });

  it("are those that the task names", () => {
    deepEqual(
      problemMatchers.map(({ name, pattern }) => [name, pattern]),
      problemPatterns.map(({ name }) => [name, `$${name}`]),
    );
  });
});
