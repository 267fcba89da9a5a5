import { deepEqual, equal } from "node:assert/strict";
import { comparedGroups } from "../../../../src/core/compare/groups.ts";
import { trendSentence } from "../../../../src/core/compare/trendSentence.ts";
import type { Goal } from "../../../../src/core/model/goal.ts";

function sentence(goal: Goal, ...values: number[]): string {
  const labels = values.map((_, i) => `run-${i + 1}`);
  return trendSentence({ metric: "rmse", goal, labels, values: Float64Array.from(values) }, (text) => text).sentence;
}

describe("the sentence of a trend", () => {
  it("says that the latest run is the best, and by how much", () => {
    equal(
      sentence("min", 0.5, 0.4, 0.38),
      "The latest run, run-3, is the best of 3 on rmse (0.38, -5 % vs run-2); it improved twice.",
    );
  });

  it("says which run is the best, and how those since stand", () => {
    equal(
      sentence("min", 0.5, 0.4, 0.45),
      "run-2 is best of 3 on rmse (0.4), and the run since, run-3, is no better (+12 %); it improved once.",
    );
    equal(
      sentence("min", 0.5, 0.45, 0.4, 0.39, 0.41, 0.43),
      "run-4 is best of 6 on rmse (0.39), and neither of the two runs since is better; the latest is run-6 (+10 %); it improved 3 times.",
    );
  });

  it("says where the first was never beaten, and where the latest is just as good", () => {
    equal(
      sentence("max", 0.9, 0.8, 0.7, 0.9),
      "run-1 is best of 4 on rmse (0.9), and none of the 3 runs since is better; the latest is run-4 (0.9); the first was never beaten.",
    );
  });

  it("says how values went where the goal is not known, and asks", () => {
    equal(
      sentence("unknown", 1, 3, 2),
      "rmse went from 1 (run-1) to 2 (run-3) over 3 runs, between 1 and 3. Is a lower or a higher rmse better?",
    );
  });

  it("leaves out what is no number", () => {
    equal(sentence("min", Number.NaN, 1), "Only run-2 has a number for rmse (1).");
    equal(sentence("min", Number.NaN, Number.POSITIVE_INFINITY), "No run has a number for rmse.");
    equal(sentence("max", 1, 1, Number.NaN, 1), "All 3 runs are equal on rmse (1).");
    equal(
      sentence("min", 2, 1, Number.NEGATIVE_INFINITY),
      "The latest run, run-2, is the best of 2 on rmse (1, -50 % vs run-1); it improved once.",
    );
  });
});

describe("groups of runs", () => {
  const runs = [
    { group: "sgd", value: 3 },
    { group: "adam", value: 1 },
    { group: "sgd", value: 1 },
    { group: "none", value: Number.NaN },
    { group: "adam", value: 2 },
  ];

  it("go by their medians, the best first, those without a number last", () => {
    deepEqual(
      comparedGroups(runs, "min").map(({ group, runs: count, stats }) => [group, count, stats.count, stats.mean]),
      [
        ["adam", 2, 2, 1.5],
        ["sgd", 2, 2, 2],
        ["none", 1, 0, null],
      ],
    );
    deepEqual(
      comparedGroups(runs, "max").map(({ group }) => group),
      ["sgd", "adam", "none"],
    );
  });

  it("go by name where nobody knows which is best", () => {
    deepEqual(
      comparedGroups(runs, "unknown").map(({ group }) => group),
      ["adam", "sgd", "none"],
    );
  });
});
