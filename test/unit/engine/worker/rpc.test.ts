import assert from "node:assert/strict";
import { MessageChannel } from "node:worker_threads";
import { Caller, GoneError, RemoteError, serve } from "../../../../src/engine/worker/rpc.ts";

describe("calls over a port", () => {
  const channels: MessageChannel[] = [];

  afterEach(() => {
    for (const { port1, port2 } of channels.splice(0)) {
      port1.close();
      port2.close();
    }
  });

  function connected(methods: Parameters<typeof serve>[1]) {
    const channel = new MessageChannel();
    channels.push(channel);
    const tell = serve(channel.port1, methods);
    return { caller: new Caller(channel.port2), tell };
  }

  it("answer each its own, whatever the order", async () => {
    const { caller } = connected({
      wait: async (ms: number) => {
        await new Promise((done) => setTimeout(done, ms));
        return ms;
      },
    });
    assert.deepEqual(await Promise.all([30, 1, 15].map((ms) => caller.call("wait", [ms]))), [30, 1, 15]);
    assert.equal(caller.pending, 0);
  });

  it("carry numbers that JSON cannot, and hand buffers over", async () => {
    const sent = Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY, -0);
    const { caller } = connected({ give: async () => ({ values: sent, one: Number.NaN }) });
    const got = (await caller.call("give", [])) as { values: Float64Array; one: number };
    assert.deepEqual([...got.values], [Number.NaN, Number.POSITIVE_INFINITY, -0]);
    assert.ok(Number.isNaN(got.one));
    assert.equal(sent.length, 0, "the sender's buffer is gone, not copied");
  });

  it("copy what is part of a larger buffer, whose rest is another's", async () => {
    const all = new Uint8Array([1, 2, 3, 4]);
    const { caller } = connected({ give: async () => ({ bytes: all.subarray(1, 3) }) });
    const got = (await caller.call("give", [])) as { bytes: Uint8Array };
    assert.deepEqual([...got.bytes], [2, 3]);
    assert.equal(all.length, 4);
  });

  it("bring errors back, of unknown methods too", async () => {
    const { caller } = connected({ fail: async () => Promise.reject(new Error("no such luck")) });
    await assert.rejects(
      caller.call("fail", []),
      (error) => error instanceof RemoteError && /no such luck/.test(error.message),
    );
    await assert.rejects(caller.call("nothing", []), /no method nothing/);
  });

  it("reject whoever waits when the other side goes, and whoever asks later", async () => {
    const { caller } = connected({ never: () => new Promise(() => {}) });
    const waiting = caller.call("never", []);
    caller.abandon("it ended");
    const isGone = (error: unknown) => error instanceof GoneError && error.message === "it ended";
    await assert.rejects(waiting, isGone);
    await assert.rejects(caller.call("never", []), isGone);
  });

  it("send events", async () => {
    const { caller, tell } = connected({});
    const event = new Promise((heard) => {
      caller.onEvent = heard;
    });
    tell({ store: "/s" });
    assert.deepEqual(await event, { store: "/s" });
  });
});
