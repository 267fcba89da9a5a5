import { equal } from "node:assert/strict";
import fc from "fast-check";
import { conditionFor, narrowed, readFilterText } from "../../../../src/core/query/filterBox.ts";
import { readExpression } from "../../../../src/core/query/readExpression.ts";
import { filterRuns } from "../../../../src/core/query/runs.ts";
import { record } from "../../../support/record.ts";

describe("conditions made of values", () => {
  it("are written in the quotes that they need, or not at all", () => {
    equal(conditionFor("params", "lr", "0.1"), "params.lr = '0.1'");
    equal(conditionFor("metrics", "val/loss", 1e21), "metrics.`val/loss` = 1e21");
    equal(conditionFor("params", "in", "it's"), `params.\`in\` = "it's"`);
    for (const key of ["a.b", "1a", "a b", "größe"]) equal(conditionFor("tags", key, ""), `tags.\`${key}\` = ''`);
    equal(conditionFor("params", "a", `'"`), null);
    equal(conditionFor("params", '`"', "x"), null);
    equal(conditionFor("metrics", "a", Number.NaN), null);
  });

  it("find the run whose value they were made of, whatever it is", () => {
    const key = fc.string({ minLength: 1, unit: "grapheme", maxLength: 12 });
    fc.assert(
      fc.property(key, fc.string({ unit: "grapheme" }), (name, value) => {
        const condition = conditionFor("params", name, value);
        if (condition === null) return /["'`]/.test(name + value);
        const runs = [record({ folder: "a", params: { [name]: value } }), record({ folder: "b" })];
        return filterRuns(runs, readExpression(condition, 0), "file").length === 1;
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const condition = conditionFor("metrics", "m", value) ?? "";
        return (
          filterRuns([record({ folder: "a", metrics: { m: value } })], readExpression(condition, 0), "file").length ===
          1
        );
      }),
    );
  });

  it("narrow an expression, and stand in for words", () => {
    const more = "params.lr = '0.1'";
    equal(narrowed("", more), more);
    equal(narrowed("adam", more), more);
    equal(narrowed("acc > 1", more), more);
    equal(narrowed(" metrics.a < 1 ", more), `metrics.a < 1 AND ${more}`);
    equal(narrowed("metrics.a < 1 OR metrics.b < 1", more), `(metrics.a < 1 OR metrics.b < 1) AND ${more}`);
    equal(readFilterText(narrowed("NOT metrics.a < 1", more)).kind, "expression");
  });
});
