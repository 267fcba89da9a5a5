import { equal, match } from "node:assert/strict";
import fc from "fast-check";
import { cutMiddle, paramText, shortId, shownName } from "../../../../src/core/model/label.ts";
import { visibleText } from "../../../../src/core/model/visibleText.ts";

const ID = "1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d";

describe("the texts of labels", () => {
  it("are the first 8 of an id, or the whole of one that MLflow did not make", () => {
    equal(shortId(ID), "1a2b3c4d");
    equal(shortId("1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d"), "1a2b3c4d");
    equal(shortId("experiment_run_1"), "experiment_run_1");
    equal(shortId(""), "(no id)");
  });
  it("are no name where there is none to see", () => {
    for (const name of [null, "", "  \t "]) equal(shownName(name), name === "  \t " ? "\\t" : null);
    equal(shownName(" train "), "train");
  });
  it("show what would hide", () => {
    equal(shownName("a\nb\u202ec\u0000"), "a\\nb\\u{202e}c\\u{0}");
    equal(shownName("\u200b"), "\\u{200b}");
    equal(visibleText("größe 模型 👍🏽"), "größe 模型 👍🏽");
    equal(visibleText("\ud83d"), "\\u{d83d}");
  });
  it("are params as they are written in code", () => {
    const params = [
      { key: "max_depth", value: "8" },
      { key: "note", value: "a\nb" },
    ];
    equal(paramText(params), "max_depth=8, note=a\\nb");
    equal(paramText([]), "");
  });
  it("keep both ends of what is too long", () => {
    equal(cutMiddle("x".repeat(60)), "x".repeat(60));
    equal(cutMiddle(`a${"x".repeat(10_000)}b`), `a${"x".repeat(29)}…${"x".repeat(29)}b`);
    equal(paramText([{ key: "k".repeat(10_000), value: "" }]).length, 62);
  });
  it("are always one line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (key, value) => {
        match(paramText([{ key, value }]), /^[^\n\r\u2028]+$/);
        match(shortId(value), /^[^\n\r\u2028]+$/);
      }),
    );
  });
});
