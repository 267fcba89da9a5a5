import assert from "node:assert/strict";
import type { Finding } from "../../../../src/core/model/finding.ts";
import { RULES } from "../../../../src/core/verify/checks.ts";
import { markdownReport } from "../../../../src/core/verify/report/markdown.ts";
import { Sifter } from "../../../../src/core/verify/sifted.ts";
import type { Target } from "../../../../src/core/verify/target.ts";
import type { Verification, VerifiedStore } from "../../../../src/core/verify/verified.ts";
import { exitCode, verdictOf } from "../../../../src/core/verify/words.ts";

function found(part: Partial<Finding> = {}): Finding {
  return {
    ...{ rule: "MLR201", severity: "error", file: "mlruns/1/r1/metrics/rmse", line: 3, column: null, fix: null },
    ...{ store: "/w/mlruns", experiment: "1", run: "r1", message: "The line is none." },
    ...part,
  };
}

function verification(findings: readonly Finding[] = [], part: Partial<Verification> = {}): Verification {
  const store: VerifiedStore = { key: "/w/mlruns", label: "mlruns", experiments: 4, runs: 240, error: null };
  const sifter = new Sifter();
  for (const finding of findings) sifter.add(finding);
  const { damaged, ...sifted } = sifter.result();
  const rest = { damagedRuns: damaged.length, config: null, unfinished: null };
  return { target: { kind: "data" }, stores: [store], ...sifted, ...rest, ...part };
}

const closed: VerifiedStore = { key: "x", label: "x.db", experiments: 0, runs: 0, error: "It is busy." };

describe("the verdict on the data", () => {
  it("says that it is whole, with what was counted", () => {
    assert.equal(verdictOf(verification()), "The data is whole: 1 store, 4 experiments, 240 runs.");
  });

  it("counts each damaged run once", () => {
    const findings = [found(), found({ line: 4 }), found({ run: "r2" })];
    assert.equal(verdictOf(verification(findings)), "2 of 240 runs are damaged.");
  });

  it("does not call a run damaged for a warning", () => {
    assert.match(verdictOf(verification([found({ severity: "warning" })])), /^The data is whole/);
  });

  it("names errors that concern no run", () => {
    const text = verdictOf(verification([found({ run: null })]));
    assert.equal(text, "Every run can be read, but 1 error was found beside them.");
  });

  it("speaks of the target that was asked about", () => {
    const of = (target: Target, findings: readonly Finding[]) => verdictOf(verification(findings, { target }));
    const mlflow: Target = { kind: "mlflow", major: 3, minor: 18 };
    assert.equal(of(mlflow, [found()]), "MLflow 3.18 would not open 1 of 240 runs.");
    assert.equal(of(mlflow, []), "MLflow 3.18 opens all of it: 1 store, 4 experiments, 240 runs.");
    assert.equal(of({ kind: "migration" }, [found()]), "The migration would stop at or lose 1 of 240 runs.");
    assert.match(of({ kind: "migration" }, []), /^The migration would succeed and lose nothing/);
  });

  it("says first where a store cannot be read, or the end was not reached", () => {
    const { stores } = verification();
    assert.equal(verdictOf(verification([], { stores: [...stores, closed] })), "1 of 2 stores cannot be read.");
    assert.match(verdictOf(verification([], { unfinished: "it was interrupted." })), /^Not verified to the end/);
  });

  it("has a word for nothing at all", () => {
    assert.equal(verdictOf(verification([], { stores: [] })), "There is no MLflow store to verify.");
  });

  it("ends with 0 whole, 1 findings as bad as asked, 3 unfinished", () => {
    assert.equal(exitCode(verification(), "info"), 0);
    assert.equal(exitCode(verification([found({ severity: "warning" })]), "error"), 0);
    assert.equal(exitCode(verification([found({ severity: "warning" })]), "warning"), 1);
    assert.equal(exitCode(verification([found()]), "error"), 1);
    assert.equal(exitCode(verification([], { stores: [closed] }), "error"), 3);
    assert.equal(exitCode(verification([found()], { unfinished: "it was interrupted." }), "error"), 3);
  });
});

describe("the report as Markdown", () => {
  const report = (findings: readonly Finding[], link = "file:///w/x#L3") =>
    markdownReport(verification(findings), RULES, { link: () => link });

  it("puts the verdict first, then errors before warnings, each with file, line, reason and remedy", () => {
    const text = report([found({ rule: "MLR202", severity: "warning", message: "late" }), found()]);
    assert.ok(text.startsWith("# 1 of 240 runs is damaged.\n"));
    const order = [
      "1 error, 1 warning.",
      "| values | 1 | 1 | 0 |",
      "## error: Metric line",
      "restore the file",
      "rmse:3]",
    ];
    const places = [...order, "(<file:///w/x#L3>): The line is none.", "## warning: Blank line"].map((part) =>
      text.indexOf(part),
    );
    assert.ok(
      places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1)),
      `${places}\n${text}`,
    );
  });

  it("lets no file name become Markdown", () => {
    const hostile = report([found({ file: "](command:x) <img>" })], "file:///a>b");
    assert.ok(!/(?<!\\)\]\(command/.test(hostile), hostile);
    assert.ok(!/(?<!\\)<img/.test(hostile), hostile);
    assert.ok(hostile.includes("file:///a%3Eb"), hostile);
  });

  it("stays readable with very many findings", () => {
    const text = report(Array.from({ length: 5000 }, (_, line) => found({ line })));
    const [seen = "", unfolded = ""] = text.split("<details>");
    assert.equal(seen.match(/^- /gm)?.length, 5);
    assert.match(unfolded, /<summary>… and 4,995 more places<\/summary>\n\n- \[/);
    assert.match(unfolded, /- … and 4,795 more places\n\n<\/details>/);
  });
});
