import assert from "node:assert/strict";
import { OpenRows, openRowsIn } from "../../../../src/editor/tree/openRows.ts";

describe("the rows that are open", () => {
  it("are as they are at first until somebody opens or closes them", () => {
    const rows = new OpenRows(undefined, () => undefined);
    assert.deepEqual([rows.isOpen("a", true), rows.isOpen("a", false)], [true, false]);
    rows.set("a", false);
    assert.equal(rows.isOpen("a", true), false);
    rows.set("a", true);
    assert.equal(rows.isOpen("a", false), true);
  });

  it("are kept over a reload", () => {
    const kept = new Map<string, unknown>();
    const memento = {
      get: (key: string) => JSON.parse(JSON.stringify(kept.get(key) ?? null)),
      update: async (key: string, value: unknown) => void kept.set(key, value),
    };
    openRowsIn(memento).set("a", true);
    openRowsIn(memento).set("b", false);
    const rows = openRowsIn(memento);
    assert.deepEqual([rows.isOpen("a", false), rows.isOpen("b", true)], [true, false]);
  });

  it("forget those touched longest ago, and what is too long", () => {
    let state: unknown = [];
    const rows = new OpenRows([["old", true]], (now) => {
      state = now;
    });
    for (let i = 0; i < 199; i++) rows.set(`row ${i}`, true);
    rows.set("old", true);
    rows.set("new", true);
    rows.set("x".repeat(5000), true);
    assert.deepEqual([rows.isOpen("old", false), rows.isOpen("row 0", false)], [true, false]);
    assert.equal((state as unknown[]).length, 200);
  });

  it("take nothing from what is no such list", () => {
    for (const kept of [null, 3, {}, [1, ["a"], ["b", "true"], [5, true]]]) {
      assert.equal(new OpenRows(kept, () => undefined).isOpen("a", false), false);
      assert.equal(new OpenRows(kept, () => undefined).isOpen("b", false), false);
    }
  });
});
