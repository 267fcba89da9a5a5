import assert from "node:assert/strict";
import {
  experimentDescription,
  experimentOrder,
  storeDescription,
} from "../../../../src/editor/tree/experimentText.ts";
import { experimentRow, runRow, storeRow } from "../rows.ts";

const BEST = { value: 0.412, ref: runRow().ref, label: "stoic-owl-1" };

describe("an experiment's text", () => {
  it("says how many runs, and the best of the primary metric", () => {
    const row = experimentRow({ primary: { key: "rmse", goal: "min" }, best: BEST });
    assert.equal(experimentDescription(row, null, false), "12 runs · best rmse 0.412 (stoic-owl-1)");
  });

  it("marks nothing best where the goal is unknown", () => {
    const row = experimentRow({ primary: { key: "alpha", goal: "unknown" } });
    assert.equal(experimentDescription(row, null, false), "12 runs");
  });

  it("counts deleted runs only where they are shown", () => {
    const row = experimentRow({ runs: 3, deletedRuns: 2 });
    assert.equal(experimentDescription(row, null, false), "1 run");
    assert.equal(experimentDescription(row, null, true), "3 runs");
  });

  it("says how many a filter leaves", () => {
    const matches = { runs: 3, best: null };
    assert.equal(experimentDescription(experimentRow(), matches, false), "3 of 12 runs");
  });

  it("says which is the best of those that a filter leaves, not of all", () => {
    const row = experimentRow({ primary: { key: "rmse", goal: "min" }, best: BEST });
    const left = { runs: 3, best: { ...BEST, value: 0.5, label: "late-fox-2" } };
    assert.equal(experimentDescription(row, left, false), "3 of 12 runs · best rmse 0.5 (late-fox-2)");
    assert.equal(experimentDescription(row, { runs: 3, best: null }, false), "3 of 12 runs");
  });

  it("cuts the name of the best, which may be anything", () => {
    const best = { ...BEST, label: `${"x".repeat(1000)}\u202e` };
    const row = experimentRow({ primary: { key: "rmse", goal: "min" }, best });
    assert.ok(experimentDescription(row, null, false).length < 80);
  });

  it("puts empty ones last and leaves deleted ones out", () => {
    const rows = [
      experimentRow({ name: "empty", runs: 0 }),
      experimentRow({ name: "gone", lifecycle: "deleted" }),
      experimentRow({ name: "full" }),
      experimentRow({ name: "traced", runs: 0, traces: 4 }),
    ];
    const names = (withDeleted: boolean) => experimentOrder(rows, withDeleted).map(({ name }) => name);
    assert.deepEqual(names(false), ["full", "traced", "empty"]);
    assert.deepEqual(names(true), ["full", "traced", "empty", "gone"]);
  });
});

describe("a store's text", () => {
  it("counts, and stays the same while it is read", () => {
    assert.equal(storeDescription(storeRow({ indexed: 6 })), "1 experiment · 12 runs");
  });

  it("says why it cannot be read", () => {
    assert.equal(storeDescription(storeRow({ error: "The database is encrypted." })), "The database is encrypted.");
  });
});
