import { deepEqual, equal, match } from "node:assert/strict";
import { CONFIG_LIMIT, parseConfig } from "../../../../src/core/config/parse.ts";

const read = (value: unknown) => parseConfig(JSON.stringify(value));

describe("a repository's config", () => {
  it("states goals, primary metrics, stores, filters and column sets", () => {
    const { config, problems } = read({
      stores: ["models/mlruns", "db/mlflow.db"],
      goals: { latency: "min", gain: "max", seed: "unknown" },
      primaryMetrics: { churn: "gain", "*": "latency" },
      filters: { good: "metrics.gain > 0.5" },
      columnSets: { small: ["attributes.start", "metrics:best.gain", "params.a.b", "tags.mlflow.user"] },
    });
    deepEqual(problems, []);
    deepEqual(config.stores, ["models/mlruns", "db/mlflow.db"]);
    deepEqual(
      [...config.judging.goals],
      [
        ["latency", "min"],
        ["gain", "max"],
        ["seed", "unknown"],
      ],
    );
    deepEqual(
      [...config.judging.primary],
      [
        ["churn", "gain"],
        ["*", "latency"],
      ],
    );
    deepEqual(config.filters, [{ name: "good", filter: "metrics.gain > 0.5" }]);
    deepEqual(config.columnSets, [
      {
        name: "small",
        columns: [
          { kind: "attribute", key: "start" },
          { kind: "metric", key: "gain", value: "best" },
          { kind: "param", key: "a.b" },
          { kind: "tag", key: "mlflow.user" },
        ],
      },
    ]);
  });

  it("leaves keys that it does not know to others", () => {
    deepEqual(read({ verify: { rules: {} }, $schema: "x" }).problems, []);
  });

  it("skips what has the wrong form, says so, and keeps the rest", () => {
    const { config, problems } = read({
      goals: { a: "lower", b: "min" },
      primaryMetrics: ["x"],
      filters: { f: 1 },
      columnSets: { c: ["metrics:median.x"], d: "metrics.x" },
    });
    deepEqual([...config.judging.goals], [["b", "min"]]);
    equal(problems.length, 5);
    match(problems.join("\n"), /goals\["a"\].*"min", "max" or "unknown"/);
  });

  it("refuses stores outside the repository, on any system", () => {
    const outside = [
      "/etc",
      "\\\\server\\x",
      "C:\\x",
      "c:x",
      "../x",
      "a/../../x",
      "a\\..\\x",
      "file:///x",
      "",
      " ",
      "a\0b",
      5,
    ];
    const { config, problems } = read({ stores: [...outside, "in/side"] });
    deepEqual(config.stores, ["in/side"]);
    equal(problems.length, outside.length);
  });

  it("says that a text is no config", () => {
    for (const text of ["", "{", "<<<<<<< HEAD\n{}", "[]", "null", "1", '"x"', "x".repeat(CONFIG_LIMIT + 1)]) {
      equal(parseConfig(text).problems.length, 1, text.slice(0, 20));
    }
  });

  it("reads through a byte order mark, and takes no inherited name for a key", () => {
    deepEqual(parseConfig('\uFEFF{"goals": {"__proto__": "min", "constructor": "max"}}').problems, []);
    deepEqual([...parseConfig('{"goals": {"__proto__": "min"}}').config.judging.goals], [["__proto__", "min"]]);
  });
});
