import assert from "node:assert/strict";
import { comparisonTitle, tableTitle } from "../../../../src/editor/runs/comparisonTitle.ts";
import { placeOf, samePlace } from "../../../../src/editor/runs/place.ts";
import { fileNameOf } from "../../../../src/editor/runs/placeName.ts";

const titled = (...labels: string[]) => comparisonTitle({ runs: labels.map((label) => ({ label })) });
const ref = (store: string, experiment: string) => ({ store, experiment, run: "r" });

describe("the title of a Runs editor", () => {
  it("names the runs compared", () => {
    assert.equal(titled(), "Compare");
    assert.equal(titled("a"), "a");
    assert.equal(titled("a", "b"), "a ↔ b");
    assert.equal(titled("a", "b", "c"), "a and 2 more");
    assert.ok(titled("x".repeat(100), "b").length < 40);
  });

  it("names the experiments of a table, or its store", () => {
    assert.equal(tableTitle([{ name: "churn" }], "mlruns"), "Runs of churn");
    assert.equal(tableTitle([{ name: "churn" }, { name: "prices" }], "mlruns"), "Runs of churn and 1 more");
    assert.equal(tableTitle(null, "mlruns"), "Runs in mlruns");
  });
});

describe("the place of runs", () => {
  it("is that of their experiments in one store", () => {
    const place = placeOf([ref("/s", "1"), ref("/s", "2"), ref("/s", "1")]);
    assert.deepEqual(place, { store: "/s", experiments: ["1", "2"] });
    assert.ok(place !== null && samePlace(place, { store: "/s", experiments: ["2", "1"] }));
    assert.equal(placeOf([ref("/s", "1"), ref("/t", "1")]), null);
    assert.equal(placeOf([]), null);
  });

  it("is the whole store where it would be of very many experiments", () => {
    const refs = Array.from({ length: 60 }, (_, i) => ref("/s", `${i}`));
    assert.deepEqual(placeOf(refs), { store: "/s", experiments: null });
  });

  it("gives its name to a file", () => {
    assert.equal(fileNameOf({ experiments: [{ folder: "1", name: "churn" }], storeLabel: "mlruns" }), "churn-runs");
    assert.equal(fileNameOf({ experiments: null, storeLabel: "mlruns" }), "mlruns-runs");
  });
});
