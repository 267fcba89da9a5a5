import { connectEngine } from "../../../src/engine/worker/client.ts";
import type { Measure } from "../measure.ts";
import { fileStore, openWhole } from "../opened.ts";
import { timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

const TIMES = 10;

/** Whether costs grow as the runs do: ten times as many runs may take ten times as long, and a little more. */
export const largeStore: Measure = {
  id: "large",
  async run({ engine: script, options }) {
    if (!options.large) return null;
    const sizes = [options.runs, options.runs * TIMES];
    const stores = sizes.map((runs) => ({ runs, path: cachedStore({ runs, experiments: 20 }) }));
    const times: number[] = [];
    for (const { runs, path } of stores) {
      const open = async (): Promise<number> => {
        const engine = connectEngine(script);
        const time = await timed(() => openWhole(engine, fileStore(path), runs));
        await engine.close();
        return time;
      };
      // The first warms the cache.
      await open();
      times.push(await open());
    }
    const [small = Number.NaN, large = Number.NaN] = times;
    const detail = `${large.toFixed(0)} ms over ${small.toFixed(0)} ms`;
    const name = `full index of ${options.runs * TIMES} runs`;
    return [{ name, value: large / small, limit: TIMES * 1.3, unit: "x", against: `${options.runs} runs`, detail }];
  },
};
