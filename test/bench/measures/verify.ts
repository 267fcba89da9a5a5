import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { verifyStores } from "../../../src/engine/verify/verify.ts";
import { Shards } from "../../../src/engine/worker/shards.ts";
import { readBare } from "../floor/floor.ts";
import type { Finding, Measure } from "../measure.ts";
import { fileStore } from "../opened.ts";
import { byTurns, median, timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

const REQUEST = { target: { kind: "data" }, level: "full", only: null } as const;

export const verify: Measure = {
  id: "verify",
  async run({ dist, options }) {
    const { runs } = options;
    const store = cachedStore({ runs, experiments: 20 });
    const shards = new Shards(join(dist, "shard.js"));
    const work = (signal?: AbortSignal) =>
      verifyStores(dirname(store), [fileStore(store)], REQUEST, { shards, ...(signal ? { signal } : {}) });
    const { ratio, contender, floor } = await byTurns(options.rounds, {
      floor: () => timed(() => readBare(store)),
      contender: () => timed(() => work()),
    });
    const detail = `${contender.toFixed(0)} ms over ${floor.toFixed(0)} ms`;
    const speed: Finding = {
      name: `full verify of ${runs} runs`,
      ...{ value: ratio, limit: 2, unit: "x", against: "bare floor", detail },
    };
    const found = [speed, await cancelled(work, contender), memory(dist, store)];
    await shards.close();
    return found;
  },
};

/** The longest that it takes to be answered, wherever in the work it is cancelled. */
async function cancelled(work: (signal: AbortSignal) => Promise<unknown>, whole: number): Promise<Finding> {
  const times: number[] = [];
  for (let i = 1; i < 20; i++) {
    const cancel = new AbortController();
    const working = work(cancel.signal);
    await new Promise((go) => setTimeout(go, (whole * i) / 20));
    times.push(
      await timed(async () => {
        cancel.abort();
        await working;
      }),
    );
  }
  const detail = `median ${median(times).toFixed(1)} ms of ${times.length} moments`;
  const against = "the slowest answer of all moments tried";
  return { name: "verify cancelled", value: Math.max(...times), limit: 100, unit: "ms", against, detail };
}

function memory(dist: string, store: string): Finding {
  const child = join(__dirname, "verifyMemoryChild.js");
  const output = execFileSync(process.execPath, ["--expose-gc", child, join(dist, "shard.js"), store]);
  const { peak } = JSON.parse(output.toString()) as { peak: number };
  const against = "the most resident memory of a process of its own, over its start";
  return { name: "memory of verify", value: peak / 1e6, limit: 250, unit: "MB", against };
}
