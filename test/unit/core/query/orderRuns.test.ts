import { deepEqual, equal, throws } from "node:assert/strict";
import type { RunRecord } from "../../../../src/core/model/run.ts";
import { BadOrder, parseOrderKey } from "../../../../src/core/query/orderKey.ts";
import { orderRuns } from "../../../../src/core/query/orderRuns.ts";
import { record } from "../../../support/record.ts";

describe("parseOrderKey", () => {
  const parse = (text: string): string => {
    const { entity, key, descending } = parseOrderKey(text);
    return `${entity} ${key} ${descending ? "down" : "up"}`;
  };

  it("reads an entity, a key and a direction", () => {
    equal(parse("metrics.rmse"), "metrics rmse up");
    equal(parse("metric.rmse ASC"), "metrics rmse up");
    equal(parse("  params.lr   desc "), "params lr down");
    equal(parse("tag.mlflow.user DESC"), "tags mlflow.user down");
    equal(parse("attributes.end_time"), "attributes end_time up");
    equal(parse("run.status"), "attributes status up");
    equal(parse("start_time DESC"), "attributes start_time down");
    equal(parse("Created"), "attributes start_time up");
  });

  it("reads keys in backticks and quotes, whatever is in them", () => {
    equal(parse("metrics.`val/loss` DESC"), "metrics val/loss down");
    equal(parse('params."learning rate"'), "params learning rate up");
    equal(parse("metrics.`a DESC` ASC"), "metrics a DESC up");
    equal(parse("`metrics`.a.b"), "metrics a.b up");
    equal(parse("metrics.größe"), "metrics größe up");
  });

  it("refuses what MLflow refuses, each in one sentence", () => {
    const refused = ["", "ASC", "foo.bar", "acc", "dataset.name", "metrics.val/loss", "metrics.a b", "lifecycle_stage"];
    for (const text of [...refused, "metrics.a, metrics.b", "metrics.a DESC NULLS LAST", "__proto__.a"]) {
      throws(() => parseOrderKey(text), BadOrder, text);
    }
    throws(() => parseOrderKey("lifecycle_stage"), { reason: /the attributes are run_id, run_name, status/ });
    throws(() => parseOrderKey("metrics.a b"), { reason: /needs backticks or double quotes/ });
  });
});

describe("orderRuns", () => {
  const order = (runs: readonly RunRecord[], ...keys: string[]): string =>
    orderRuns(runs, keys.map(parseOrderKey))
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
