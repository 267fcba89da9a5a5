import assert from "node:assert/strict";
import type { Comparison } from "../../../../src/core/model/views.ts";
import { ComparisonReader } from "../../../../src/editor/runs/comparisonReader.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A reader whose comparisons arrive when told to; each is known by its number. */
function reader() {
  const arriving: { resolve(comparison: Comparison): void; reject(error: Error): void }[] = [];
  const told: string[] = [];
  const numberOf = (comparison: Comparison) => comparison.experiments[0] ?? "";
  const made = new ComparisonReader(() => new Promise((resolve, reject) => arriving.push({ resolve, reject })), {
    read: (comparison) => told.push(`read ${numberOf(comparison)}`),
    changed: (comparison) => told.push(`changed ${numberOf(comparison)}`),
  });
  const arrive = async (error?: Error) => {
    const number = String(arriving.length);
    const asked = arriving.at(-1);
    if (error) asked?.reject(error);
    else asked?.resolve({ experiments: [number] } as unknown as Comparison);
    await turn();
  };
  return { reader: made, told, arrive, asked: () => arriving.length };
}

describe("the reader of comparisons", () => {
  it("tells a page nothing before it has asked", async () => {
    const { reader: made, asked } = reader();
    await made.update();
    assert.equal(asked(), 0);
  });

  it("answers with a comparison that was begun after the question, never with an older one", async () => {
    const { reader: made, told, arrive } = reader();
    const first = made.load();
    const changed = made.update();
    const second = made.load();
    await arrive();
    await arrive();
    const answers = await Promise.all([first, second]);
    await changed;
    assert.deepEqual(
      answers.map(({ experiments }) => experiments[0]),
      ["2", "2"],
    );
    assert.deepEqual(told, ["read 2", "changed 2"]);
  });

  it("tells a page of the newest alone, once", async () => {
    const { reader: made, told, arrive, asked } = reader();
    const loaded = made.load();
    await arrive();
    await loaded;
    const updates = [made.update(), made.update(), made.update()];
    await arrive();
    await arrive();
    await Promise.all(updates);
    assert.equal(asked(), 3);
    assert.deepEqual(told, ["read 1", "read 3", "changed 3"]);
  });

  it("says why there is none, and goes on from what it had", async () => {
    const { reader: made, told, arrive } = reader();
    const failing = assert.rejects(made.load(), /gone/);
    await arrive(new Error("gone"));
    await failing;
    const loaded = made.load();
    await arrive();
    await loaded;
    const update = made.update();
    await arrive(new Error("gone"));
    await update;
    assert.equal(made.latest?.experiments[0], "2");
    assert.deepEqual(told, ["read 2"]);
  });

  it("leaves a page alone that is gone", async () => {
    const { reader: made, told, arrive } = reader();
    const loaded = made.load();
    await arrive();
    await loaded;
    const update = made.update();
    made.forget();
    await arrive();
    await update;
    assert.deepEqual(told, ["read 1", "read 2"]);
  });
});
