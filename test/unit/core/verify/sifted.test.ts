import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import type { Finding } from "../../../../src/core/model/finding.ts";
import { RULES } from "../../../../src/core/verify/checks.ts";
import { foldFindings } from "../../../../src/core/verify/folded.ts";
import { jsonLines, jsonReport } from "../../../../src/core/verify/report/json.ts";
import { junitReport } from "../../../../src/core/verify/report/junit.ts";
import { markdownReport } from "../../../../src/core/verify/report/markdown.ts";
import { sarifReport } from "../../../../src/core/verify/report/sarif.ts";
import { textReport } from "../../../../src/core/verify/report/text.ts";
import { Sifter } from "../../../../src/core/verify/sifted.ts";
import type { Verification } from "../../../../src/core/verify/verified.ts";
import { verdictOf } from "../../../../src/core/verify/words.ts";

function found(run: string | null, part: Partial<Finding> = {}): Finding {
  return {
    ...{ rule: "MLR201", severity: "error", file: `mlruns/1/${run}/metrics/rmse`, line: 3, column: null, fix: null },
    ...{ store: "/w/mlruns", experiment: "1", run, message: "The line is none." },
    ...part,
  };
}

function sifted(parts: readonly (readonly Finding[])[], most: number) {
  const whole = new Sifter(most);
  for (const part of parts) {
    const sifter = new Sifter(most);
    for (const finding of part) sifter.add(finding);
    whole.merge(sifter.result());
  }
  return whole.result();
}

describe("findings as they come", () => {
  it("are kept up to a number of each rule; the rest is counted, with its runs", () => {
    const findings = ["a", "a", "b", "b", "c", "c", "c", "d"].map((run) => found(run));
    const result = sifted([[...findings, found(null, { rule: "MLR110", severity: "info" })]], 3);
    deepEqual(
      result.findings.map(({ run }) => run),
      ["a", "a", "b", null],
    );
    const place = { severity: "error", store: "/w/mlruns", experiment: "1" } as const;
    deepEqual(result.untold, [{ rule: "MLR201", ...place, count: 5, runs: 2 }]);
    equal(result.damaged.length, 4);
  });

  it("are the same in parts as all at once", () => {
    const run = fc.record({
      id: fc.constant(""),
      findings: fc.array(fc.constantFrom("MLR201", "MLR202", "MLR110"), { maxLength: 6 }),
    });
    const parts = fc.array(fc.array(run, { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 8 }), (shapes, most) => {
        let number = 0;
        const made = shapes.map((runs) =>
          runs.flatMap(({ findings }) => {
            const id = `run${number++}`;
            return findings.map((rule) =>
              found(id, { rule: rule as Finding["rule"], severity: rule === "MLR110" ? "info" : "error" }),
            );
          }),
        );
        deepEqual(sifted(made, most), sifted([made.flat()], most));
      }),
      { numRuns: 500 },
    );
  });
});

describe("reports of more findings than are kept", () => {
  const { damaged, ...rest } = sifted([Array.from({ length: 1000 }, (_, i) => found(`run${i}`))], 7);
  const store = { key: "/w/mlruns", label: "mlruns", experiments: 1, runs: 1200, error: null };
  const verification: Verification = {
    ...{ target: { kind: "data" }, stores: [store], config: null, unfinished: null },
    ...rest,
    damagedRuns: damaged.length,
  };
  const plain = (text: string): string => text;
  const style = { bold: plain, error: plain, warning: plain, info: plain, dim: plain };

  it("count them all in the verdict", () => {
    equal(verdictOf(verification), "1,000 of 1,200 runs are damaged.");
  });

  it("say in the terminal how many more there are, and in how many runs", () => {
    const text = textReport(verification, RULES, { all: false, style });
    equal(text.includes("1,000 errors"), true);
    equal(text.includes("… and 997 more like it, in 1,000 runs in all"), true, text);
    equal(textReport(verification, RULES, { all: true, style }).includes("… and 993 more like it"), true);
  });

  it("say so in Markdown, JSON, JSON lines, JUnit and SARIF", () => {
    equal(markdownReport(verification, RULES, { link: () => null }).includes("- … and 993 more places"), true);
    const json = jsonReport(verification);
    equal(json.summary.errors, 1000);
    deepEqual(json.untold, [{ rule: "MLR201", severity: "error", experiment: "1", count: 993 }]);
    equal(jsonLines(verification).trimEnd().split("\n").length, 8);
    equal(junitReport(verification, RULES, "error").includes("… and 993 more"), true);
    const [invocation] = sarifReport(verification, RULES, "1.0.0").runs[0]?.invocations ?? [];
    deepEqual(invocation, {
      executionSuccessful: true,
      toolExecutionNotifications: [
        { level: "note", message: { text: "993 more findings of the same rules are not listed." } },
      ],
    });
  });

  it("name no number of runs where some speak of several runs at once", () => {
    const [first] = verification.findings;
    ok(first);
    const mixed = [first, { ...first, run: null, message: "4 runs are so." }];
    const [folded] = foldFindings({ findings: mixed, untold: [] }, "rule");
    deepEqual([folded?.count, folded?.runs], [2, 0]);
  });

  it("fold by experiment with what is counted", () => {
    deepEqual(
      foldFindings(verification, "experiment").map(({ count, all, runs }) => [count, all.length, runs]),
      [[1000, 7, 1000]],
    );
  });
});
