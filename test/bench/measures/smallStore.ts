import { connectEngine } from "../../../src/engine/worker/client.ts";
import { walk } from "../floor/walk.ts";
import type { Measure } from "../measure.ts";
import { fileStore, openWhole } from "../opened.ts";
import { allowance, byTurns, timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

/** The median of real repositories. */
const RUNS = 23;

export const smallStore: Measure = {
  id: "small",
  async run({ engine: script, options }) {
    const store = cachedStore({ runs: RUNS, experiments: 2 });
    const { ratio, contender, floor } = await byTurns(options.rounds * 3, {
      floor: () => allowance(() => walk([store])),
      contender: async () => {
        const engine = connectEngine(script);
        const time = await timed(() => openWhole(engine, fileStore(store), RUNS));
        await engine.close();
        return time;
      },
    });
    const detail = `${contender.toFixed(1)} ms of ${floor.toFixed(1)} ms`;
    const against = "1.5 × reading its files bare + 50 ms";
    return [{ name: `${RUNS} runs read whole`, value: ratio, limit: 1, unit: "x", against, detail }];
  },
};
