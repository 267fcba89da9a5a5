import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import type { Expression } from "../../../../src/core/query/expression.ts";
import { outcomeOf } from "../../../../src/core/query/fault.ts";
import { readExpression } from "../../../../src/core/query/readExpression.ts";
import { readFilter } from "../../../../src/core/query/readFilter.ts";
import { filterRuns } from "../../../../src/core/query/runs.ts";
import { record } from "../../../support/record.ts";
import { text } from "./sql/texts.ts";

const NOW = 1_000_000_000_000;

function shape(expression: Expression): string {
  switch (expression.kind) {
    case "comparison":
      return expression.key;
    case "not":
      return `!${shape(expression.part)}`;
    default:
      return `${expression.kind}(${expression.parts.map(shape).join(" ")})`;
  }
}

const read = (written: string): string => {
  const outcome = outcomeOf(() => readExpression(written, NOW));
  return outcome.ok
    ? shape(outcome.value)
    : `${outcome.problem.reason} [${outcome.problem.from}-${outcome.problem.to}]`;
};

/** `a` is a comparison with the key a. */
const c = (key: string): string => `metrics.${key} > 0`;

describe("the language of --where and filter boxes", () => {
  it("has OR, NOT and parentheses; NOT binds closer than AND, AND closer than OR", () => {
    equal(read(`${c("a")} OR ${c("b")} AND NOT ${c("d")}`), "or(a and(b !d))");
    equal(read(`(${c("a")} or ${c("b")}) and not ${c("d")} and ${c("e")}`), "and(or(a b) !d e)");
    equal(read(`NOT(${c("a")})`), "!a");
    equal(read(`NOT NOT NOT ${c("a")}`), "!a");
    equal(read(`((${c("a")}))AND(${c("b")})OR(${c("d")})`), "or(and(a b) d)");
    equal(read(`NOT tags.a IS NOT NULL OR run_id NOT IN ('x', 'y')`), "or(!a run_id)");
    equal(read(`NOT ${c("a")} ${c("b")}`), "and(!a b)");
  });

  it("keeps brackets, words and dashes inside quotes, lists and keys", () => {
    equal(read("params.a = ' OR (' OR params.`(b) OR c` = '-7d'"), "or(a (b) OR c)");
    equal(read("params.or = 'x' OR params.not = 'x'"), "or(or not)");
    equal(read("run_id IN ('a', ')', 'OR') OR params.b = 'x'"), "or(run_id b)");
  });

  it("has times back from now", () => {
    const value = (written: string): unknown => {
      const expression = readExpression(written, NOW);
      return expression.kind === "comparison" ? expression.value : null;
    };
    const day = 86_400_000;
    deepEqual(
      ["-7d", "-1.5h", "-30m", "-10s", "-2w"].map((ago) => value(`start_time > ${ago}`)),
      [...[NOW - 7 * day, NOW - 1.5 * 3_600_000, NOW - 30 * 60_000, NOW - 10_000, NOW - 14 * day]],
    );
    equal(value("attributes.created <= -1d"), NOW - day);
    equal(/^A time back/.test(read("metrics.a > -7d")), true);
    equal(/^A time back/.test(read("start_time > -7M")), true);
  });

  it("says what is wrong, and where", () => {
    equal(read(`${c("a")} OR`), "A comparison is expected here, such as metrics.rmse < 0.5. [16-16]");
    equal(read(`OR ${c("a")}`), "A comparison is expected here, such as metrics.rmse < 0.5. [0-2]");
    equal(read("()"), "A comparison is expected here, such as metrics.rmse < 0.5. [1-2]");
    equal(read(`(${c("a")}`), "This parenthesis is never closed. [0-1]");
    equal(read(`${c("a")})`), "This parenthesis closes nothing. [13-14]");
    equal(read(`(${c("a")}) (${c("b")})`), "AND or OR is expected here. [16-17]");
    equal(read(`(${c("a")}) OR metrics.b == 1`), "A metric is compared by = != < <= > >=, not by ==. [29-31]");
    equal(read("NOT"), "A comparison is expected here, such as metrics.rmse < 0.5. [3-3]");
  });

  it("means by MLflow's own texts what MLflow means, but that it looks at comparators at once", () => {
    fc.assert(
      fc.property(text, (written) => {
        const plain = outcomeOf(() => readFilter(written, "runs"));
        if (!plain.ok) return;
        const ours = outcomeOf(() => readExpression(written, NOW));
        if (ours.ok) deepEqual(ours.value, plain.value);
        else equal(ours.problem.kind, "invalid-comparator");
      }),
      { numRuns: 2000 },
    );
  });

  it("answers every text in bounds, however deep and long", () => {
    fc.assert(
      fc.property(text, (written) => {
        const outcome = outcomeOf(() => readExpression(written, NOW));
        return outcome.ok || (outcome.problem.from <= outcome.problem.to && outcome.problem.to <= written.length);
      }),
      { numRuns: 2000 },
    );
    const before = Date.now();
    for (const hostile of ["(", "NOT ", `${c("a")} OR `, "NOT(", "(a "]) read(hostile.repeat(4000));
    read(`${"(".repeat(90)}${c("a")}${")".repeat(90)}`);
    equal(Date.now() - before < 5000, true);
  });

  it("has two answers: NOT of a comparison of what is missing is true", () => {
    const runs = [record({ folder: "with", metrics: { a: 1 } }), record({ folder: "without" })];
    const ids = (written: string) => filterRuns(runs, readExpression(written, NOW), "file").map(({ info }) => info.id);
    deepEqual(ids("NOT metrics.a > 5"), ["with", "without"]);
    deepEqual(ids("NOT metrics.a != 5"), ["without"]);
    deepEqual(ids("metrics.a > 5 OR NOT metrics.a > 0"), ["without"]);
  });
});
