import assert from "node:assert/strict";
import type { TableView } from "../../../../src/core/model/runsTable.ts";
import { TableViews } from "../../../../src/editor/runs/tableViews.ts";
import { DEFAULT_VIEW } from "../../../../src/protocol/defaultView.ts";
import type { RunsPlace } from "../../../../src/protocol/runs.ts";

function memory(kept?: unknown) {
  let value = kept;
  return {
    get: () => value,
    update: async (_: string, next: unknown) => {
      value = JSON.parse(JSON.stringify(next));
    },
  };
}

const place = (...experiments: string[]): RunsPlace => ({ store: "/s", experiments });
const view: TableView = {
  ...DEFAULT_VIEW,
  columns: [
    { kind: "metric", key: "rmse", value: "best" },
    { kind: "attribute", key: "start" },
  ],
  widths: { "params.lr": 80 },
  grouping: { by: { kind: "tag", key: "team" } },
  order: [{ column: { kind: "param", key: "lr" }, descending: true }],
};

describe("the views of tables", () => {
  it("are kept for their experiments, in whatever order those are named", async () => {
    const views = new TableViews(memory());
    await views.keep(place("1", "2"), view);
    assert.deepEqual(views.of(place("2", "1")), view);
    assert.deepEqual(views.of(place("1")), DEFAULT_VIEW);
    assert.deepEqual(views.of({ store: "/s", experiments: null }), DEFAULT_VIEW);
    assert.deepEqual(views.of({ store: "/t", experiments: ["1", "2"] }), DEFAULT_VIEW);
  });

  it("are at most a hundred, those longest ago forgotten", async () => {
    const views = new TableViews(memory());
    for (let i = 0; i <= 100; i++) await views.keep(place(`${i}`), view);
    await views.keep(place("1"), view);
    await views.keep(place("another"), view);
    assert.deepEqual(views.of(place("0")), DEFAULT_VIEW);
    assert.deepEqual(views.of(place("2")), DEFAULT_VIEW);
    assert.deepEqual(views.of(place("1")), view);
  });

  it("too large to be read at each start are not kept", async () => {
    const views = new TableViews(memory());
    await views.keep(place("1"), view);
    await views.keep(place("1"), { ...view, filter: "x".repeat(300_000) });
    assert.deepEqual(views.of(place("1")), DEFAULT_VIEW);
  });

  it("of another version, or of nobody's making, are none", () => {
    for (const kept of [null, 1, "x", [1], [["a"]], [[JSON.stringify(["/s", ["1"]]), { columns: "all" }]]]) {
      assert.deepEqual(new TableViews(memory(kept)).of(place("1")), DEFAULT_VIEW);
    }
  });
});
