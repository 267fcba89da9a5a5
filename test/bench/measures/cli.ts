import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Measure } from "../measure.ts";
import { byTurns, timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

export const cli: Measure = {
  id: "cli",
  async run({ dist, options }) {
    const store = cachedStore({ runs: 23, experiments: 2 });
    const node = (...args: string[]): Promise<number> =>
      timed(() => {
        const { status, stderr } = spawnSync(process.execPath, args);
        if (status !== 0) throw new Error(stderr.toString());
      });
    const { ratio, contender, floor } = await byTurns(options.rounds * 5, {
      floor: () => node("-e", "0"),
      contender: () => node(join(dist, "cli.js"), "runs", store),
    });
    const detail = `${contender.toFixed(0)} ms over ${floor.toFixed(0)} ms`;
    return [{ name: "command line on 23 runs", value: ratio, limit: 2, unit: "x", against: "`node -e 0`", detail }];
  },
};
