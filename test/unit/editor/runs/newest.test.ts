import assert from "node:assert/strict";
import { Newest } from "../../../../src/editor/runs/newest.ts";

/** Work that ends when told to, and notes what it does. */
function work() {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  let atOnce = 0;
  let most = 0;
  const newest = new Newest(async () => {
    most = Math.max(most, ++atOnce);
    await new Promise<void>((resolve, reject) => ends.push({ resolve, reject })).finally(() => atOnce--);
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    newest,
    begun: () => ends.length,
    most: () => most,
    end: async (error?: Error) => {
      const last = ends.at(-1);
      if (error === undefined) last?.resolve();
      else last?.reject(error);
      await turn();
    },
  };
}

describe("work of which only the newest counts", () => {
  it("never overlaps, and is done once more however often it was asked for meanwhile", async () => {
    const { newest, begun, most, end } = work();
    const first = newest.run();
    const others = [newest.run(), newest.run(), newest.run()];
    assert.equal(begun(), 1);
    assert.ok(newest.isStale);
    await end();
    assert.equal(begun(), 2);
    assert.ok(!newest.isStale);
    await end();
    await Promise.all([first, ...others]);
    assert.deepEqual([begun(), most()], [2, 1]);
  });

  it("begins anew after it was done", async () => {
    const { newest, begun, end } = work();
    for (const times of [1, 2]) {
      const done = newest.run();
      await end();
      await done;
      assert.equal(begun(), times);
    }
  });

  it("tells a failure unless newer work made it good", async () => {
    const { newest, end } = work();
    const failing = newest.run();
    const told = assert.rejects(failing, /broken/);
    await end(new Error("broken"));
    await told;
    const saved = newest.run();
    void newest.run();
    await end(new Error("old"));
    await end();
    await saved;
  });
});
