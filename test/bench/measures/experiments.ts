import { connectEngine } from "../../../src/engine/worker/client.ts";
import { readExperimentsBare } from "../floor/floor.ts";
import type { Measure } from "../measure.ts";
import { fileStore } from "../opened.ts";
import { allowance, byTurns, timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

export const experiments: Measure = {
  id: "experiments",
  async run({ engine: script, options }) {
    const store = cachedStore({ runs: options.runs, experiments: 20 });
    const { ratio, contender, floor } = await byTurns(options.rounds * 2, {
      floor: () => allowance(() => readExperimentsBare(store)),
      contender: async () => {
        const engine = connectEngine(script);
        const time = await timed(async () => {
          await engine.open({ stores: [fileStore(store)], cacheFolder: null, watch: false });
          await engine.experiments(store);
        });
        await engine.close();
        return time;
      },
    });
    const detail = `${contender.toFixed(1)} ms of ${floor.toFixed(1)} ms`;
    const name = `experiments of ${options.runs} runs listed`;
    return [
      { name, value: ratio, limit: 1, unit: "x", against: "1.5 × listing and reading the same bare + 50 ms", detail },
    ];
  },
};
