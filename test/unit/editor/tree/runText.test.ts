import assert from "node:assert/strict";
import { runDescription, runLabel, runSpoken } from "../../../../src/editor/tree/runText.ts";
import { runRow } from "../rows.ts";

const NOW = 1_700_000_000_000 + 3 * 86_400_000;
const ALL = ["metric", "params", "age"] as const;

describe("a run's text", () => {
  it("shows the primary metric, the telling params and the age", () => {
    const row = runRow({
      primary: { key: "rmse", value: 0.41234, best: true },
      telling: [{ key: "lr", value: "0.01" }],
    });
    assert.equal(runDescription(row, ALL, NOW), "rmse 0.4123 ★ · lr 0.01 · 3 d");
  });

  it("shows only the parts asked for", () => {
    assert.equal(runDescription(runRow({ primary: { key: "f1", value: 1, best: false } }), ["metric"], NOW), "f1 1");
    assert.equal(runDescription(runRow(), [], NOW), "");
  });

  it("says first what is wrong or unusual", () => {
    assert.equal(
      runDescription(runRow({ problems: 2, lifecycle: "deleted" }), ["age"], NOW),
      "deleted · 2 problems · 3 d",
    );
    assert.equal(runDescription(runRow({ status: "unfinished", start: null }), ALL, NOW), "unfinished");
  });

  it("lets no name turn the line around or break it", () => {
    assert.equal(runLabel(runRow({ label: "evil\u202egnp\nrow" })), "evil gnp row");
  });

  it("tells a screen reader status, metric and damage in words", () => {
    const spoken = runSpoken(runRow({ primary: { key: "rmse", value: 0.5, best: true }, problems: 1 }), NOW);
    assert.equal(spoken, "stoic-owl-1, Finished, rmse 0.5, best of its experiment, started 3 d ago, 1 problem");
  });
});
