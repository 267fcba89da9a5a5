import { connectEngine } from "../../../src/engine/worker/client.ts";
import type { Measure } from "../measure.ts";
import { fileStore, firstPage, openWhole } from "../opened.ts";
import { median, timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

/** Different each time, so that no answer is one that was kept. */
const WORDS = [
  "adam",
  "sgd",
  "alice",
  "bob run",
  "forest",
  "xgb",
  "v1",
  "run-0012",
  "0.5",
  "rmsprop carol",
  "train.py",
  "2",
];

export const select: Measure = {
  id: "select",
  async run({ engine: script, options }) {
    const store = cachedStore({ runs: options.runs, experiments: 20 });
    const engine = connectEngine(script);
    await openWhole(engine, fileStore(store), options.runs);
    await engine.settled();
    // Labels and marks are made once an experiment; those of a changed run are made again.
    await engine.runs(firstPage(store));
    const times: number[] = [];
    for (const [i, filter] of WORDS.entries()) {
      const order = { by: { metric: i % 2 === 0 ? "rmse" : "val/loss" }, descending: i % 3 === 0 } as const;
      times.push(await timed(() => engine.runs(firstPage(store, { filter, order, limit: 100 }))));
    }
    await engine.close();
    const detail = `from ${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)} ms`;
    const name = `filter and sort of ${options.runs} runs`;
    return [
      { name, value: median(times), limit: 10, unit: "ms", against: "asked to answered, across threads", detail },
    ];
  },
};
