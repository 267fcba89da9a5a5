import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { FilterAdvice } from "../../../../src/core/model/filterAdvice.ts";
import { type FilterItem, filterItems } from "../../../../src/editor/filter/filterItems.ts";

const advice = (part: Partial<FilterAdvice> = {}): FilterAdvice => ({
  ...{ problem: null, unknown: "", steps: [], found: 12, all: 1238 },
  ...part,
});
const saved = [{ name: "Good", filter: "metrics.rmse < 0.5" }];
const applied = ({ act }: FilterItem) => (act.kind === "apply" ? [act.filter, act.onlyProblems] : null);

describe("what the filter box offers", () => {
  it("is ready filters and those of the repository while nothing is written, then keys", () => {
    const steps = [{ label: "metrics.rmse", text: "metrics.rmse ", runs: 9 }];
    const items = filterItems(" ", advice({ steps }), saved);
    deepEqual(items.slice(0, -1).map(applied), [
      ["start_time > -24h", false],
      ["start_time > -7d", false],
      ["status = 'FAILED'", false],
      ["", true],
      ["metrics.rmse < 0.5", false],
    ]);
    deepEqual(items.at(-1), {
      label: "metrics.rmse",
      description: "9 runs",
      act: { kind: "write", text: "metrics.rmse " },
    });
  });

  it("says first how many runs the text finds, and applies it", () => {
    const [first] = filterItems("tree fast ", advice({ unknown: "No run has params.x." }), saved);
    ok(first);
    match(first.label, /12 of 1,238 runs$/);
    equal(first.description, "No run has params.x.");
    deepEqual(applied(first), ["tree fast", false]);
  });

  it("can be accepted before its runs are counted", () => {
    deepEqual(filterItems("tree", null, saved).map(applied), [["tree", false]]);
  });

  it("says what is wrong, where, and what was likely meant", () => {
    const problem = { reason: "There is no rmsee.", from: 8, to: 13, meant: "metrics.rmse < 1" };
    const [first] = filterItems("metrics.rmsee < 1", advice({ problem, found: null }), saved);
    deepEqual(first, {
      label: "$(error) There is no rmsee.",
      description: "Did you mean metrics.rmse < 1?",
      detail: "metrics.▸rmsee◂ < 1",
      act: { kind: "write", text: "metrics.rmse < 1" },
    });
  });

  it("applies nothing that is not understood", () => {
    const problem = { reason: "No.", from: 0, to: 1, meant: null };
    equal(filterItems("<", advice({ problem, found: null }), saved)[0]?.act.kind, "nothing");
  });

  it("shows hostile names as text", () => {
    const steps = [{ label: "a\u202eb\u0000", text: "x", runs: 1 }];
    for (const { label } of filterItems("a", advice({ steps }), [])) {
      ok(![...label].some((char) => char === "\u0000" || char === "\u202e"), label);
    }
  });
});
