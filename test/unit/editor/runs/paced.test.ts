import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { Paced } from "../../../../src/editor/runs/paced.ts";

describe("a paced call", () => {
  it("comes at once, then after a pause for all that was asked meanwhile, and then no more", async () => {
    let calls = 0;
    const paced = new Paced(() => calls++, 30);
    paced.ask();
    assert.equal(calls, 1);
    for (let i = 0; i < 10; i++) paced.ask();
    assert.equal(calls, 1);
    await pause(45);
    assert.equal(calls, 2);
    await pause(60);
    assert.equal(calls, 2);
    paced.ask();
    assert.equal(calls, 3);
    paced.dispose();
  });

  it("does not come any more once nobody wants it", async () => {
    let calls = 0;
    const paced = new Paced(() => calls++, 10);
    paced.ask();
    paced.ask();
    paced.dispose();
    await pause(25);
    assert.equal(calls, 1);
  });
});
