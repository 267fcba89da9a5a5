import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Measure } from "../measure.ts";
import { cachedStore } from "../store/cachedStore.ts";

const MB = 1e6;

export const memory: Measure = {
  id: "memory",
  async run({ engine, options }) {
    const store = cachedStore({ runs: options.runs, experiments: 20 });
    const child = join(__dirname, "memoryChild.js");
    const output = execFileSync(process.execPath, ["--expose-gc", child, engine, store, String(options.runs)]);
    const { growth, peak } = JSON.parse(output.toString()) as { growth: number; peak: number };
    const against = "resident memory of a fresh process, before and after";
    const detail = `peak ${(peak / MB).toFixed(0)} MB`;
    return [{ name: `memory of ${options.runs} runs`, value: growth / MB, limit: 200, unit: "MB", against, detail }];
  },
};
