import { deepEqual, equal } from "node:assert/strict";
import type { RunRecord } from "../../../../src/core/model/run.ts";
import { readOrderKey } from "../../../../src/core/query/orderKey.ts";
import { orderRuns } from "../../../../src/core/query/runs.ts";
import { record } from "../../../support/record.ts";

describe("orderRuns", () => {
  const order = (runs: readonly RunRecord[], ...keys: string[]): string =>
    orderRuns(
      runs,
      keys.map((key) => readOrderKey(key, "runs")),
    )
      .map((run) => run.info.id)
      .join(" ");

  it("puts the newest first without a key, then by id, those without a start last", () => {
    const at = (folder: string, start: number | null) => record({ folder, start });
    equal(order([at("b", 1), at("d", null), at("c", 2), at("a", 1)]), "c a b d");
  });

  it("puts values first, then NaN, then what is missing, in both directions", () => {
    const with_ = (folder: string, loss?: number) =>
      record({ folder, ...(loss === undefined ? {} : { metrics: { loss } }) });
    const runs = [
      with_("none"),
      with_("nan", Number.NaN),
      with_("two", 2),
      with_("inf", Infinity),
      with_("least", -Infinity),
    ];
    equal(order(runs, "metrics.loss"), "least two inf nan none");
    equal(order(runs, "metrics.loss DESC"), "inf two least nan none");
    equal(order(runs, "metrics.other DESC"), "inf least nan none two");
  });

  it("compares params as text, and breaks ties by further keys", () => {
    const run = (folder: string, lr: string, acc: number) => record({ folder, params: { lr }, metrics: { acc } });
    const runs = [run("a", "10", 1), run("b", "9", 1), run("c", "10", 2)];
    equal(order(runs, "params.lr", "metrics.acc DESC"), "c a b");
  });

  it("leaves what it was given as it was", () => {
    const runs = [record({ folder: "b" }), record({ folder: "a" })];
    order(runs);
    deepEqual(
      runs.map((run) => run.info.id),
      ["b", "a"],
    );
  });
});
