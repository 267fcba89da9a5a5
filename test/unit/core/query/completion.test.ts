import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import type { KnownKey, RunKeys } from "../../../../src/core/model/views.ts";
import { complete, readFilterText } from "../../../../src/core/query/filterBox.ts";
import { text } from "./sql/texts.ts";

const key = (name: string, ...values: readonly string[]): KnownKey => ({
  key: name,
  runs: 9,
  values: values.map((value) => ({ value, runs: 3 })),
});
const KEYS: RunKeys = {
  metrics: [key("acc"), key("val/loss")],
  params: [key("lr", "0.1", "0.2"), key("learning rate", "it's")],
  tags: [key("mlflow.user", "ann")],
  attributes: [key("run_id"), key("status", "FAILED")],
  datasets: [key("name", "train-set")],
};

/** What is suggested at `|`, and the text with the first suggestion taken. */
function at(marked: string): { readonly inserts: readonly string[]; readonly taken: string } {
  const caret = marked.indexOf("|");
  const written = marked.replace("|", "");
  const { from, to, suggestions } = complete(written, caret, KEYS);
  const inserts = suggestions.map(({ insert }) => insert);
  return { inserts, taken: written.slice(0, from) + (inserts[0] ?? "") + written.slice(to) };
}

describe("completion", () => {
  it("offers entities, attributes and the keys of all where a comparison begins", () => {
    for (const marked of ["|", "metrics.acc > 1 AND |", "(|", "NOT |"]) {
      deepEqual(
        at(marked).inserts.slice(0, 6),
        ["metrics.", "params.", "tags.", "dataset.", "run_id", "run_name"],
        marked,
      );
    }
    equal(at("|").inserts.includes("metrics.`val/loss`"), true);
    deepEqual(at("lea|").inserts, ["params.`learning rate`"]);
    equal(at("sta|").inserts[0], "status");
  });

  it("offers an entity's keys behind its dot, in backticks where they need them", () => {
    deepEqual(at("metrics.|").inserts, ["metrics.acc", "metrics.`val/loss`"]);
    equal(at("param.l|").inserts[0], "param.lr");
    deepEqual(at("tags.user|").inserts, ["tags.`mlflow.user`"]);
    equal(at("metrics.`va|` > 1").taken, "metrics.`val/loss` > 1");
    equal(at("metrics.`va|").taken, "metrics.`val/loss`");
    equal(at("dataset.|").inserts.length, 3);
    deepEqual(at("foo.|").inserts, []);
  });

  it("offers the operators of the key", () => {
    deepEqual(at("metrics.acc |").inserts, ["=", "!=", "<", "<=", ">", ">="]);
    deepEqual(at("params.lr |").inserts, ["=", "!=", "LIKE", "ILIKE", "IS NULL", "IS NOT NULL"]);
    deepEqual(at("status |").inserts, ["=", "!=", "LIKE", "ILIKE"]);
    deepEqual(at("run_id |").inserts.slice(-2), ["IN", "NOT IN"]);
    deepEqual(at("tags.x IS |").inserts, ["NULL", "NOT NULL"]);
    deepEqual(at("tags.x IS NOT |").inserts, ["NULL"]);
    equal(at("metrics.acc >|").taken, "metrics.acc >");
  });

  it("offers the values of the key, in the quotes that they need", () => {
    deepEqual(at("params.lr = |").inserts, ["'0.1'", "'0.2'"]);
    equal(at("params.lr = '0.2|' AND x").taken, "params.lr = '0.2' AND x");
    deepEqual(at("params.`learning rate` = |").inserts, ['"it\'s"']);
    deepEqual(at("status = F|").inserts, ["'FAILED'", "'FINISHED'"]);
    deepEqual(at("dataset.name IN (|").inserts, ["'train-set'", ")"]);
    deepEqual(at("start_time > |").inserts, ["-1h", "-24h", "-7d", "-30d"]);
    deepEqual(at("metrics.acc > |").inserts, []);
  });

  it("offers AND and OR behind a comparison", () => {
    for (const marked of ["metrics.acc > 1 |", "tags.x IS NULL |", "run_id IN ('a') |", "(metrics.acc > 1) |"]) {
      deepEqual(at(marked).inserts, ["AND", "OR"], marked);
    }
  });

  it("replaces the word under the caret, to its end", () => {
    equal(at("metr|ics.acc > 1").taken, "metrics. > 1");
    equal(at("params.l|r = '0.1'").taken, "params.lr = '0.1'");
  });

  it("is bounded and stays inside, whatever is written and wherever the caret stands", () => {
    fc.assert(
      fc.property(text, fc.nat(), (written, place) => {
        const caret = place % (written.length + 1);
        const { from, to, suggestions } = complete(written, caret, KEYS);
        equal(from >= 0 && from <= caret && caret <= to && to <= written.length, true);
        equal(suggestions.length <= 50, true);
      }),
      { numRuns: 1000 },
    );
  });

  const inserts = (written: string, kind: string): string[] =>
    complete(written, written.length, KEYS)
      .suggestions.filter((one) => one.kind === kind)
      .map(({ insert }) => insert);

  for (const name of [...inserts("", "key"), ...inserts("dataset.", "key")]) {
    it(`leads from ${name} by operators and values to expressions`, () => {
      for (const operator of inserts(`${name} `, "operator")) {
        const written = `${name} ${operator} ${operand(operator, inserts(`${name} ${operator} `, "value")[0], name)}`;
        equal(readFilterText(written).kind, "expression", written);
      }
    });
  }
});

function operand(operator: string, offered: string | undefined, name: string): string {
  if (operator.endsWith("NULL")) return "";
  const value = offered ?? (name.startsWith("metrics") ? "0.5" : "'x'");
  return operator.endsWith("IN") ? `(${value})` : value;
}
