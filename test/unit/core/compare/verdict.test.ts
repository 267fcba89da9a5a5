import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { verdictOf } from "../../../../src/core/compare/verdict.ts";
import type { Verdict } from "../../../../src/core/model/verdict.ts";
import type { Comparison } from "../../../../src/core/model/views.ts";
import { visibleText } from "../../../../src/core/model/visibleText.ts";
import { comparisonOf, type Given } from "./given.ts";
import { FEW, GROUPS, PAIRS, type VerdictCase } from "./verdictCases.ts";

const plain = (text: string): string => text;
const verdict = (comparison: Comparison, choice = {}): Verdict => verdictOf(comparison, choice, plain);

function check({ when, runs, comparison, choice, outcome, says }: VerdictCase): void {
  it(`where ${when}`, () => {
    const found = verdict(comparisonOf(runs, comparison), choice);
    equal(found.sentence, says);
    equal(found.outcome, outcome);
  });
}

describe("the verdict on two runs", () => PAIRS.forEach(check));

describe("the verdict on three and more", () => GROUPS.forEach(check));

describe("the verdict on fewer than two", () => FEW.forEach(check));

describe("a verdict", () => {
  const rmse = (value: number): Given => ({ metrics: { rmse: value } });

  it("says which runs, metrics and params its parts are about", () => {
    const { parts } = verdict(
      comparisonOf([
        { ...rmse(0.4), params: { lr: "0.10000000001", depth: 1 } },
        { ...rmse(0.3), params: { lr: 0.2, depth: 1 } },
      ]),
    );
    deepEqual(
      parts.filter(({ kind }) => kind !== "text"),
      [
        { kind: "run", text: "B", run: 1 },
        { kind: "metric", text: "rmse", key: "rmse" },
        { kind: "number", text: "-25 %", exact: String(0.3 - 0.4) },
        { kind: "run", text: "A", run: 0 },
        { kind: "param", text: "lr", key: "lr" },
        { kind: "value", text: "0.1", exact: "0.10000000001" },
        { kind: "value", text: "0.2", exact: "0.2" },
      ],
    );
  });

  it("says best, second and worst as indices", () => {
    const { best, second, worst, baseline } = verdict(comparisonOf([rmse(3), rmse(1), rmse(2), rmse(1)]));
    deepEqual({ best, second, worst, baseline }, { best: [1, 3], second: 2, worst: 0, baseline: 0 });
  });

  it("asks only where the goal is not known", () => {
    const unknown = comparisonOf([{ metrics: { x: 1 } }, { metrics: { x: 2 } }]);
    equal(verdict(unknown).asks, "x");
    deepEqual(verdict(unknown).best, []);
    equal(verdict(unknown, { goals: new Map([["x", "max"]]) }).asks, null);
  });

  it("counts the params that differ and names those that it says", () => {
    const { params } = verdict(comparisonOf([{ params: { a: 1, b: 1, c: 1 } }, { params: { a: 2, b: 1 } }]));
    deepEqual(params, { differing: 2, total: 3, named: ["a", "c"] });
  });

  it("takes the first run where the baseline chosen is not there", () => {
    equal(verdict(comparisonOf([rmse(1), rmse(2)]), { baseline: 7 }).baseline, 0);
  });

  it("is said in the language it is given", () => {
    const german = (text: string): string =>
      ({ "{0} is best on {1} ({2})": "bei {1} ist {0} am besten ({2})", "{0} vs {1}": "{0} gegen {1}" })[text] ?? text;
    const comparison = comparisonOf([rmse(0.4), rmse(0.38)]);
    equal(verdictOf(comparison, {}, german).sentence, "bei rmse ist B am besten (-5 % gegen A).");
  });

  it("never judges by a metric of the machine", () => {
    const system = { metrics: { "system/cpu_utilization_percentage": 3 } };
    equal(verdict(comparisonOf([system, system])).outcome, "noMetric");
  });

  it("hides nothing and breaks nothing, whatever names hold", () => {
    const evil = "a\u202eb\u0000<img src=x>\n{0} {1} $& ; -> ".padEnd(10_000, "x");
    const run = (value: number): Given => ({
      label: evil,
      metrics: { [`${evil}rmse`]: value },
      params: { [evil]: `${evil}${value}` },
    });
    const { sentence } = verdict(comparisonOf([run(1), run(2)]));
    ok(sentence.length < 1000, sentence);
    equal(sentence, visibleText(sentence));
  });

  const anyRuns = fc.array(
    fc.record(
      {
        metrics: fc.dictionary(fc.constantFrom("rmse", "acc", "x", "val_loss"), fc.oneof(fc.double(), fc.nat(3))),
        params: fc.dictionary(fc.constantFrom("lr", "seed", "note"), fc.oneof(fc.double(), fc.string())),
        status: fc.constantFrom("finished", "failed", "live", "unfinished", "killed", "scheduled", "unreadable"),
        took: fc.nat(10_000),
        experiment: fc.constantFrom("a", "b"),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 14 },
  );

  it("is one plain sentence for any runs, and calls none best that another beats", () => {
    fc.assert(
      fc.property(anyRuns, fc.nat(3), (given, baseline) => {
        const comparison = comparisonOf(given as readonly Given[], { baseline });
        const found = verdict(comparison);
        equal(found.parts.map(({ text }) => text).join(""), found.sentence);
        ok(/^[^\n]+[.?]$/.test(found.sentence), found.sentence);
        // Unless the runs say so themselves.
        const slip = /undefined|\{\d\}|NaN %/;
        equal(slip.test(found.sentence) && !slip.test(JSON.stringify(given)), false, found.sentence);
        const { metric, best } = found;
        if (metric === null || best.length === 0) return;
        const values = comparison.metrics.find(({ key }) => key === metric.key)?.values ?? [];
        const last = values.map((value) => value?.last.value ?? Number.NaN).filter(Number.isFinite);
        const expected = metric.goal === "min" ? Math.min(...last) : Math.max(...last);
        ok(best.some((run) => values[run]?.last.value === expected));
      }),
    );
  });
});
