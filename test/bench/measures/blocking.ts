import { monitorEventLoopDelay } from "node:perf_hooks";
import { connectEngine } from "../../../src/engine/worker/client.ts";
import type { Measure } from "../measure.ts";
import { fileStore, openWhole } from "../opened.ts";
import { cachedStore } from "../store/cachedStore.ts";

const SCANS = 3;

export const blocking: Measure = {
  id: "blocking",
  async run({ engine: script, options }) {
    const store = cachedStore({ runs: options.runs, experiments: 20 });
    const longest: number[] = [];
    for (let scan = 0; scan < SCANS; scan++) {
      globalThis.gc?.();
      const engine = connectEngine(script);
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await openWhole(engine, fileStore(store), options.runs);
      await engine.settled();
      delay.disable();
      longest.push(delay.max / 1e6);
      await engine.close();
    }
    const detail = longest.map((time) => `${time.toFixed(1)} ms`).join(", ");
    const name = "longest block of the host during a scan";
    return [
      {
        name,
        value: Math.max(...longest),
        limit: 50,
        unit: "ms",
        against: "the event loop, every millisecond",
        detail,
      },
    ];
  },
};
