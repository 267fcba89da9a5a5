import { deepEqual, equal } from "node:assert/strict";
import { GUESSING, type Judging, sameJudging, statedGoal, statedPrimary } from "../../../../src/core/model/judging.ts";

const stated: Judging = {
  goals: new Map([
    ["latency", "min"],
    ["rmse", "max"],
  ]),
  primary: new Map([
    ["churn", "gain"],
    ["*", "latency"],
  ]),
};
const uses = (...keys: string[]) => keys.map((key) => ({ key, runs: 3 }));

describe("judging metrics", () => {
  it("takes a stated goal before a guess", () => {
    equal(statedGoal(stated, "latency"), "min");
    equal(statedGoal(stated, "rmse"), "max");
    equal(statedGoal(GUESSING, "rmse"), "min");
    equal(statedGoal(stated, "accuracy"), "max");
  });

  it("takes the experiment's own primary metric, then the one for all", () => {
    deepEqual(statedPrimary(stated, "churn", uses("gain", "rmse")), { key: "gain", goal: "unknown" });
    deepEqual(statedPrimary(stated, "other", uses("latency", "rmse")), { key: "latency", goal: "min" });
  });

  it("guesses where no run has the stated one, by the stated goals", () => {
    deepEqual(statedPrimary(stated, "churn", uses("rmse")), { key: "rmse", goal: "max" });
    deepEqual(statedPrimary({ ...stated, primary: new Map() }, "x", uses("speed", "latency")), {
      key: "latency",
      goal: "min",
    });
    equal(statedPrimary(stated, "churn", []), null);
  });

  it("knows whether two say the same", () => {
    equal(sameJudging(stated, { ...stated, goals: new Map(stated.goals) }), true);
    equal(sameJudging(stated, { ...stated, goals: new Map([["latency", "max"]]) }), false);
  });
});
