import { connectEngine } from "../../../src/engine/worker/client.ts";
import { readBare } from "../floor/floor.ts";
import type { Measure } from "../measure.ts";
import { fileStore, openWhole } from "../opened.ts";
import { byTurns, timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

export const fullIndex: Measure = {
  id: "index",
  async run({ engine: script, options }) {
    const { runs } = options;
    const store = cachedStore({ runs, experiments: 20 });
    const { ratio, contender, floor } = await byTurns(options.rounds, {
      floor: () => timed(() => readBare(store)),
      contender: async () => {
        const engine = connectEngine(script);
        const time = await timed(() => openWhole(engine, fileStore(store), runs));
        await engine.close();
        return time;
      },
    });
    const detail = `${contender.toFixed(0)} ms over ${floor.toFixed(0)} ms`;
    return [{ name: `full index of ${runs} runs`, value: ratio, limit: 1.4, unit: "x", against: "bare floor", detail }];
  },
};
