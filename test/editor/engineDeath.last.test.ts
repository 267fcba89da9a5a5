import assert from "node:assert/strict";
import { Worker } from "node:worker_threads";
import type { Api } from "../../src/editor/extension.ts";
import { activeApi, eventually, experimentsOf, findRun } from "./api.ts";
import { instead } from "./stubs.ts";

/** Ends the thread that a question goes to, in the midst of its answer. */
async function kill(api: Api): Promise<void> {
  const post = Worker.prototype.postMessage;
  const asked: Worker[] = [];
  const watch = function (this: Worker, ...message: Parameters<typeof post>) {
    asked.push(this);
    return post.apply(this, message);
  };
  await instead(Worker.prototype, "postMessage", watch, async () => {
    const answer = api.engine().settled();
    const ended = asked[0]?.terminate();
    await answer.catch(() => undefined);
    await ended;
  });
}

// Last of all files: afterwards nothing answers in this window any more.
describe("the death of the engine's thread", () => {
  let api: Api;
  before(async () => {
    api = await activeApi();
  });

  it("is told in the view, and everything is there again by itself", async () => {
    const before = (await experimentsOf(api)).length;
    await kill(api);
    await eventually("the message", () => (/was started again\.$/.test(api.views.runs.message ?? "") ? true : null));
    await api.stores.ready();
    await api.engine().settled();
    assert.equal((await experimentsOf(api)).length, before);
    assert.ok((await findRun(api)).row.id);
  });

  it("is final the second time: the view says what to do, and lists stay empty without an error", async () => {
    await kill(api);
    await eventually("the message", () => (/Reload the window/.test(api.views.runs.message ?? "") ? true : null));
    assert.deepEqual(await api.tree.getChildren(), []);
    await assert.rejects(api.engine().stores(), /stopped/);
  });
});
