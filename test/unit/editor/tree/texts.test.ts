import assert from "node:assert/strict";
import { metricFact, textFact } from "../../../../src/editor/tree/facts.ts";
import { escapeMarkdown } from "../../../../src/editor/tree/markdown.ts";
import { runTooltip } from "../../../../src/editor/tree/runTooltip.ts";
import { experimentRow, metric, runView } from "../rows.ts";

const PARENT = {
  kind: "experiment",
  id: "e",
  parent: null,
  row: experimentRow(),
  matches: null,
  alone: false,
} as const;

describe("the rows under a run", () => {
  it("show the best of a metric beside its last value where they differ", () => {
    const fact = metricFact(PARENT, metric("rmse", 0.5, { min: 0.4, max: 0.9, count: 10, goal: "min" }));
    assert.equal(fact.description, "0.5 · best 0.4 · 10 points");
  });

  it("copy the exact value, not the short one", () => {
    assert.equal(metricFact(PARENT, metric("rmse", 0.123456789)).value, "0.123456789");
    const long = "x".repeat(5000);
    const param = textFact(PARENT, "param", { key: "p", value: long });
    assert.equal(param.value, long);
    assert.ok(param.description.length <= 120);
  });
});

describe("tooltips", () => {
  it("escape all that Markdown or HTML could read", () => {
    const hostile = "[x](command:evil) <img src=x> **b** `c` | $(trash)\n# h";
    const escaped = escapeMarkdown(hostile);
    assert.ok(!/(?<!\\)[[\]()*`|#$]/.test(escaped), escaped);
    assert.ok(!escaped.includes("<") && !escaped.includes("\n"), escaped);
  });

  it("show exact values, and how many more there are", () => {
    const metrics = Array.from({ length: 10 }, (_, index) => metric(`m${index}`, 0.123456789));
    const text = runTooltip(runView({ metrics }));
    assert.ok(text.includes("0.123456789") || text.includes("0\\.123456789"), text);
    assert.ok(text.includes("2 more"), text);
  });
});
