import { deepEqual } from "node:assert/strict";
import { Bursts } from "../../../../src/editor/tree/bursts.ts";

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const never = (error: unknown) => {
  throw error;
};

describe("bursts of events", () => {
  it("are taken together, and what comes meanwhile in the next call", async () => {
    const calls: (readonly number[])[] = [];
    const bursts = new Bursts<number>(async (events) => {
      calls.push(events);
      await pause(150);
    }, never);
    bursts.add(1);
    bursts.add(2);
    await pause(120);
    bursts.add(3);
    await pause(400);
    deepEqual(calls, [[1, 2], [3]]);
    bursts.dispose();
  });

  it("go on after a call that failed, which is told", async () => {
    const calls: (readonly number[])[] = [];
    const failures: unknown[] = [];
    const fail = async (events: readonly number[]) => {
      calls.push(events);
      throw new Error(`no ${events}`);
    };
    const bursts = new Bursts<number>(fail, (error) => failures.push(error));
    bursts.add(1);
    await pause(150);
    bursts.add(2);
    await pause(150);
    deepEqual(calls, [[1], [2]]);
    deepEqual(failures.map(String), ["Error: no 1", "Error: no 2"]);
    bursts.dispose();
  });
});
