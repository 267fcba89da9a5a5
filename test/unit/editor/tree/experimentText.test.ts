import assert from "node:assert/strict";
import {
  experimentDescription,
  experimentOrder,
  storeDescription,
} from "../../../../src/editor/tree/experimentText.ts";
import { experimentRow, runRow, storeRow } from "../rows.ts";

describe("an experiment's text", () => {
  it("says how many runs, and the best of the primary metric", () => {
    const row = experimentRow({ primary: { key: "rmse", goal: "min" }, best: { value: 0.412, ref: runRow().ref } });
    assert.equal(experimentDescription(row, null, false), "12 runs · best rmse 0.412");
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
    assert.equal(experimentDescription(experimentRow(), 3, false), "3 of 12 runs");
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
