import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import fc from "fast-check";
import { describeRun, nameCounts, nameTellsApart, runLabel, shortId } from "../../../../src/core/model/label.ts";
import { visibleText } from "../../../../src/core/model/visibleText.ts";

const ID = "1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d";

describe("a run's label", () => {
  it("is the name where it tells runs apart", () =>
    equal(runLabel("bustling-crane-123", ID, true), "bustling-crane-123"));
  it("is the name and the id where it does not", () => equal(runLabel("train", ID, false), "train · 1a2b3c4d"));
  it("is the first 8 of the id without a name", () => {
    for (const name of [null, "", "  \t"]) notEqual(runLabel(name, ID, false), "");
    equal(runLabel(null, ID, false), "1a2b3c4d");
    equal(runLabel("   ", ID, true), "1a2b3c4d");
  });
  it("shows what would hide", () => {
    equal(runLabel("a\nb\u202ec\u0000", ID, true), "a\\nb\\u{202e}c\\u{0}");
    equal(runLabel("\u200b", ID, true), "\\u{200b}");
    equal(visibleText("größe 模型 👍🏽"), "größe 模型 👍🏽");
    equal(visibleText("\ud83d"), "\\u{d83d}");
  });
  it("is never empty and always one line", () => {
    fc.assert(
      fc.property(
        fc.option(fc.string({ unit: "binary" })),
        fc.string({ unit: "binary" }),
        fc.boolean(),
        (name, id, apart) => {
          const label = runLabel(name, id, apart);
          notEqual(label.trim(), "");
          match(label, /^[^\n\r\u2028]+$/);
        },
      ),
    );
  });
  it("keeps the whole of an id that MLflow did not make", () => {
    equal(shortId(ID), "1a2b3c4d");
    equal(shortId("1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d"), "1a2b3c4d");
    equal(shortId("experiment_run_1"), "experiment_run_1");
    equal(shortId(""), "(no id)");
  });
  it("is followed by params where a line of text is wanted", () => {
    const telling = [
      { key: "max_depth", value: "8" },
      { key: "note", value: "a\nb" },
    ];
    equal(describeRun({ label: "train", telling }), "train · max_depth=8, note=a\\nb");
    equal(describeRun({ label: "train", telling: [] }), "train");
  });
});

describe("names", () => {
  it("tell runs apart where no sibling looks the same", () => {
    const counts = nameCounts(["train", "train ", "eval", null, ""]);
    deepEqual(
      [...counts],
      [
        ["train", 2],
        ["eval", 1],
      ],
    );
    equal(nameTellsApart("train", counts), false);
    equal(nameTellsApart("eval", counts), true);
    equal(nameTellsApart(null, counts), false);
  });
});
