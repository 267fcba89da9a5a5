import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { outcomeOf } from "../../../../src/core/query/fault.ts";
import { readOrderKey, repeatedKey } from "../../../../src/core/query/orderKey.ts";

describe("readOrderKey", () => {
  const read = (text: string, subject: Parameters<typeof readOrderKey>[1] = "runs"): string => {
    const outcome = outcomeOf(() => readOrderKey(text, subject));
    if (!outcome.ok) return outcome.problem.kind;
    const { entity, key, descending } = outcome.value;
    return `${entity} ${key} ${descending ? "down" : "up"}`;
  };

  it("reads an entity, a key and a direction", () => {
    equal(read("metrics.rmse"), "metric rmse up");
    equal(read("metric.rmse ASC"), "metric rmse up");
    equal(read("params.lr   desc"), "param lr down");
    equal(read("tag.mlflow.user DESC"), "tag mlflow.user down");
    equal(read("attributes.end_time"), "attribute end_time up");
    equal(read("run.status"), "attribute status up");
    equal(read("start_time DESC"), "attribute start_time down");
    equal(read("Created"), "attribute start_time up");
  });

  it("reads keys in backticks and quotes, whatever is in them", () => {
    equal(read("metrics.`val/loss` DESC"), "metric val/loss down");
    equal(read('params."learning rate"'), "param learning rate up");
    equal(read("params.'learning rate' asc"), "param learning rate up");
    equal(read("metrics.`a DESC` ASC"), "metric a DESC up");
    equal(read("`metrics`.a.b"), "metric a.b up");
    equal(read("metrics.größe"), "metric größe up");
    equal(read('" run_id" DESC'), "attribute run_id down");
  });

  it("refuses what MLflow refuses", () => {
    const parsing = [
      "",
      " ",
      "ASC",
      "metrics.val/loss",
      "metrics.a b",
      " metrics.a",
      "metrics.a ",
      "metrics.a, metrics.b",
    ];
    for (const text of [...parsing, "metrics.a DESC NULLS LAST", "metrics.a DESC DESC", "metrics.a;", "dataset.name"]) {
      equal(read(text), "bad-order-by", text);
    }
    for (const text of ["foo.bar", "__proto__.a", "Metrics.a"]) equal(read(text), "invalid-entity", text);
    for (const text of ["acc", "lifecycle_stage", "timestamp", "timestamp DESC", "`Run Name`"]) {
      equal(read(text), "invalid-attribute", text);
    }
  });

  it("knows what other things are ordered by", () => {
    equal(read("creation_time DESC", "experiments"), "attribute creation_time down");
    equal(read("version_number", "model_versions"), "attribute version_number up");
    equal(read("attribute.`name` DESC", "registered_models"), "attribute name down");
    for (const [text, subject] of [
      ["tags.team", "experiments"],
      ["tag.x DESC", "model_versions"],
      ["version", "model_versions"],
    ] as const) {
      equal(read(text, subject), "bad-order-by", text);
    }
    equal(read("metrics.a", "experiments"), "invalid-entity");
    equal(read("status", "experiments"), "invalid-attribute");
  });

  it("says in one sentence what to do, about the whole text", () => {
    const reason = (text: string) => {
      const outcome = outcomeOf(() => readOrderKey(text, "runs"));
      return outcome.ok ? null : [outcome.problem.reason, outcome.problem.from, outcome.problem.to];
    };
    deepEqual(reason("metrics.f1 score DESC")?.slice(1), [0, 21]);
    deepEqual(reason("metrics.a down"), ['Behind the key stands ASC or DESC, not "down".', 0, 14]);
    equal(/the attributes are run_id, run_name, status/.test(String(reason("lifecycle_stage")?.[0])), true);
  });

  it("answers a key or a problem with its place inside, whatever the text", () => {
    const part = fc.constantFrom(
      "metrics",
      ".",
      "`",
      '"',
      "'",
      "\\",
      " ",
      "DESC",
      "asc",
      "a",
      "ä",
      "😀",
      "timestamp",
      ";",
      "(",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(part).map((all) => all.join("")),
        ),
        (text) => {
          const outcome = outcomeOf(() => readOrderKey(text, "runs"));
          return outcome.ok || (outcome.problem.from >= 0 && outcome.problem.to <= text.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("repeatedKey", () => {
  it("finds a key that comes twice, under another name too", () => {
    const keys = (...texts: string[]) => texts.map((text) => readOrderKey(text, "runs"));
    equal(repeatedKey(keys("metrics.a", "params.a", "start_time")), null);
    equal(repeatedKey(keys("start_time", "metrics.a", "created DESC"))?.key, "start_time");
  });
});
