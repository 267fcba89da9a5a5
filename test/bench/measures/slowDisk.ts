import { openEngine } from "../../../src/engine/local.ts";
import { delayedCalls } from "../floor/delayedCalls.ts";
import { readConcurrently } from "../floor/readConcurrently.ts";
import type { Measure } from "../measure.ts";
import { fileStore, firstPage, openWhole } from "../opened.ts";
import { byTurns, median, timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

const RUNS = 120;
const DELAY_MS = 2;

export const slowDisk: Measure = {
  id: "slow",
  async run({ options }) {
    const store = cachedStore({ runs: RUNS, experiments: 4 });
    const calls = delayedCalls(DELAY_MS);
    const firstRows: number[] = [];
    const { ratio, contender, floor } = await byTurns(options.rounds, {
      floor: () => timed(() => readConcurrently(store, calls.promised)),
      contender: async () => {
        const engine = openEngine({ shardScript: null, calls });
        const start = performance.now();
        let first = 0;
        const forget = engine.onDidChange(async () => {
          const { rows } = await engine.runs(firstPage(store));
          if (rows.length > 0) first ||= performance.now() - start;
        });
        const time = await timed(() => openWhole(engine, fileStore(store), RUNS));
        forget();
        firstRows.push(first);
        await engine.close();
        return time;
      },
    });
    const detail = `${contender.toFixed(0)} ms over ${floor.toFixed(0)} ms`;
    const where = `with ${DELAY_MS} ms added to each file call`;
    const against = "32 bare reads at once";
    return [
      {
        name: `first of ${RUNS} runs shown ${where}`,
        value: median(firstRows),
        limit: 1000,
        unit: "ms",
        against: "opening",
      },
      { name: `${RUNS} runs read ${where}`, value: ratio, limit: 1.3, unit: "x", against, detail },
    ];
  },
};
