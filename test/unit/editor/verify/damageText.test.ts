import { equal } from "node:assert/strict";
import { damageText } from "../../../../src/editor/verify/damageText.ts";

describe("what the view says of damage", () => {
  const commit = "3f2c1aa0".padEnd(40, "0");
  const data = { kind: "data" } as const;
  const text = (part: Partial<Parameters<typeof damageText>[0]>) =>
    damageText({ target: data, damagedRuns: 0, errors: part.damagedRuns ?? 0, blamed: null, ...part });

  it("is nothing where nothing is wrong", () => equal(text({}), ""));

  it("counts the runs, and names the commit that damaged them", () => {
    equal(text({ damagedRuns: 1 }), "1 run is damaged");
    equal(text({ damagedRuns: 1200, errors: 9000 }), "1,200 runs are damaged");
    equal(text({ damagedRuns: 1, blamed: { commit, runs: 1 } }), "1 run damaged by 3f2c1aa");
    equal(text({ damagedRuns: 2, blamed: { commit, runs: 2 } }), "2 runs damaged by 3f2c1aa");
    equal(text({ damagedRuns: 5, blamed: { commit, runs: 2 } }), "5 runs damaged, 2 of them by 3f2c1aa");
  });

  it("counts errors where no run has one", () => {
    equal(text({ errors: 1 }), "1 error in the data, beside the runs");
    equal(text({ errors: 3 }), "3 errors in the data, beside the runs");
  });

  it("says for whom, where it was verified for somebody", () => {
    equal(
      text({ damagedRuns: 44, target: { kind: "mlflow", major: 3, minor: 18 } }),
      "MLflow 3.18 would not open 44 runs",
    );
    equal(
      text({ damagedRuns: 1, target: { kind: "mlflow", major: 2, minor: 22 } }),
      "MLflow 2.22 would not open 1 run",
    );
    equal(text({ damagedRuns: 7, target: { kind: "migration" } }), "The migration would stop at or lose 7 runs");
  });
});
