import { deepEqual, match, ok } from "node:assert/strict";
import type { KnownKey, RunKeys } from "../../../../src/core/model/views.ts";
import { adviceOn } from "../../../../src/core/query/filterAdvice.ts";
import { joinKeys, NO_KEYS } from "../../../../src/core/query/joinKeys.ts";

const key = (name: string, runs: number, ...values: string[]): KnownKey => ({
  ...{ key: name, runs },
  values: values.map((value) => ({ value, runs: 1 })),
});
const keys: RunKeys = {
  ...NO_KEYS,
  metrics: [key("rmse", 9), key("val/loss", 3)],
  params: [key("model", 5, "tree", "svm")],
};

describe("advice on a filter box's text", () => {
  it("names a mistake with its place, and the text that was likely meant", () => {
    const { problem } = adviceOn("metrics.rmse < 'x'", keys, 0);
    ok(problem);
    deepEqual([problem.from, problem.to], [15, 18]);
    match(problem.reason, /\.$/);
  });

  it("takes words for words", () => {
    deepEqual(adviceOn("tree fast", keys, 0).problem, null);
  });

  it("names keys that no run has", () => match(adviceOn("metrics.rmsee < 1", keys, 0).unknown, /rmsee/));

  it("goes on with keys as they must be written, then with values", () => {
    const texts = (text: string): string[] => adviceOn(text, keys, 0).steps.map((step) => step.text);
    ok(texts("metrics.v").includes("metrics.`val/loss` "));
    ok(texts("params.model = ").includes("params.model = 'tree' "));
  });
});

describe("the keys of several stores", () => {
  it("are counted together, the most used first", () => {
    const joined = joinKeys([keys, { ...NO_KEYS, params: [key("model", 7, "tree"), key("lr", 1)] }]);
    deepEqual(
      joined.params.map(({ key: name, runs }) => [name, runs]),
      [
        ["model", 12],
        ["lr", 1],
      ],
    );
    deepEqual(joined.params[0]?.values[0], { value: "tree", runs: 2 });
  });
});
