import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { primaryMetric } from "../../../../src/core/model/primaryMetric.ts";

const of = (uses: Record<string, number>) =>
  primaryMetric(Object.entries(uses).map(([key, runs]) => ({ key, runs })))?.key;

describe("the primary metric", () => {
  it("is null without metrics, and never one of the machine", () => {
    equal(primaryMetric([]), null);
    equal(primaryMetric([{ key: "system/cpu_error", runs: 9 }]), null);
    equal(primaryMetric([{ key: "rmse", runs: 0 }]), null);
  });
  it("has a known goal rather than many runs", () => equal(of({ pid: 100, wape: 10 }), "wape"));
  it("is the key most runs have where no goal is known", () => {
    deepEqual(
      primaryMetric([
        { key: "pid", runs: 3 },
        { key: "done", runs: 2 },
      ]),
      { key: "pid", goal: "unknown" },
    );
  });
  it("is taken on validation, then test, then plain, then training", () => {
    equal(of({ train_rmse: 5, rmse: 5, test_rmse: 5, val_rmse: 5 }), "val_rmse");
    equal(of({ train_rmse: 5, rmse: 5, test_rmse: 5 }), "test_rmse");
    equal(of({ train_rmse: 5, rmse: 5 }), "rmse");
    equal(of({ trainLoss: 5, evalLoss: 5 }), "evalLoss");
  });
  it("is not one that only few of the runs have", () => equal(of({ rmse: 1000, val_rmse: 3 }), "rmse"));
  it("belongs to more runs rather than to fewer", () => equal(of({ mae: 10, rmse: 9 }), "mae"));
  it("has the more telling name", () => {
    equal(of({ wape: 8, r2: 8, rmse: 8, mape: 8 }), "rmse");
    equal(of({ precision: 8, f1: 8, accuracy: 8 }), "accuracy");
    equal(of({ val_loss: 8, val_accuracy: 8 }), "val_accuracy");
  });
  it("is the first by code point among equals", () => equal(of({ b_rmse: 1, a_rmse: 1 }), "a_rmse"));

  it("does not depend on the order of the keys", () => {
    const key = fc.constantFrom(
      "rmse",
      "val_loss",
      "train/acc",
      "pid",
      "score",
      "test_f1",
      "mae",
      "wape",
      "system/cpu",
    );
    const uses = fc.uniqueArray(fc.record({ key, runs: fc.nat(4) }), { selector: (use) => use.key });
    fc.assert(
      fc.property(uses, (list) => {
        deepEqual(primaryMetric([...list].reverse()), primaryMetric(list));
      }),
    );
  });
});
