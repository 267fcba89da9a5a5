import { deepEqual, equal } from "node:assert/strict";
import type { Finding } from "../../../../src/core/model/finding.ts";
import { Standing } from "../../../../src/core/verify/standing.ts";

const STORE = "/w/mlruns";

function finding(part: Partial<Finding> = {}): Finding {
  return {
    ...{ rule: "MLR201", severity: "error", file: "mlruns/1/r1/metrics/rmse", line: 3, column: 1 },
    ...{ store: STORE, experiment: "1", run: "r1", message: "This is no metric line.", fix: null },
    ...part,
  };
}

describe("findings that stand", () => {
  const standing = (...findings: Finding[]): Standing => {
    const made = new Standing();
    made.replaceAll("/w", findings);
    return made;
  };
  const resolve = (base: string, file: string) => `${base}/${file}`;
  const rules = (made: Standing) => made.of(STORE).map(({ rule, run }) => `${rule} ${run}`);

  it("fold by rule and experiment, name the first few places and count the rest", () => {
    const runs = Array.from({ length: 312 }, (_, i) => finding({ run: `r${i}`, file: `mlruns/1/r${i}/metrics/rmse` }));
    const folds = standing(...runs, finding({ experiment: "2", file: "mlruns/2/r1/metrics/rmse" })).folds(
      "error",
      resolve,
    );
    deepEqual(
      folds.map(({ rule, experiment, count, runs, places }) => [rule, experiment, count, runs, places.length]),
      [
        ["MLR201", "1", 312, 312, 21],
        ["MLR201", "2", 1, 1, 1],
      ],
    );
    deepEqual(folds[1]?.places, [
      { file: "/w/mlruns/2/r1/metrics/rmse", line: 3, column: 1, message: "This is no metric line." },
    ]);
  });

  it("are only those as bad as asked", () => {
    const made = standing(finding(), finding({ severity: "warning" }), finding({ severity: "info" }));
    equal(made.folds("error", resolve).length, 1);
    equal(made.folds("warning", resolve).length, 2);
  });

  it("are taken back by their own run, and by no other", () => {
    const made = standing(finding(), finding({ run: "r2" }));
    made.replaceRuns(STORE, "/w", (_, run) => run === "r1", [finding({ rule: "MLR101" })]);
    deepEqual(rules(made), ["MLR201 r2", "MLR101 r1"]);
  });

  it("stay where a run alone does not answer: a parent in a loop, a model that is gone", () => {
    const made = standing(finding({ rule: "MLR131" }), finding({ rule: "MLR406" }));
    made.replaceRuns(STORE, "/w", () => true, []);
    deepEqual(rules(made), ["MLR131 r1", "MLR406 r1"]);
    equal(made.needsWhole(STORE, "error"), true);
  });

  it("of experiments are taken back by the experiments' own files", () => {
    const made = standing(finding({ rule: "MLR124", run: null }), finding());
    equal(made.needsWhole(STORE, "error"), false);
    made.replaceExperiments(STORE, "/w", []);
    deepEqual(rules(made), ["MLR201 r1"]);
  });

  it("ask for the whole store only where they are as bad as is shown", () => {
    const made = standing(finding({ rule: "MLR405", severity: "warning", run: null }));
    equal(made.needsWhole(STORE, "error"), false);
    equal(made.needsWhole(STORE, "warning"), true);
  });

  it("stay of a store that could not be read this time", () => {
    const made = standing(finding(), finding({ store: "/w/x.db", run: null, rule: "MLR601" }));
    made.replaceAll("/w", [], (store) => store === "/w/x.db");
    deepEqual([made.of(STORE).length, made.of("/w/x.db").length], [0, 1]);
  });

  it("go with their store; those beside the stores stay", () => {
    const made = standing(finding(), finding({ store: null, run: null, file: "deployment.json" }));
    equal(made.hasBeside("error"), true);
    made.keep(() => false);
    deepEqual(made.of(STORE), []);
    equal(made.all().length, 1);
  });
});
