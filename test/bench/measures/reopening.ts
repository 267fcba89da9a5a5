import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectEngine } from "../../../src/engine/worker/client.ts";
import { readBare } from "../floor/floor.ts";
import type { Finding, Measure } from "../measure.ts";
import { fileStore, openWhole } from "../opened.ts";
import { byTurns, timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

export const reopening: Measure = {
  id: "reopen",
  async run({ engine, options }) {
    const { runs, rounds } = options;
    const store = cachedStore({ runs, experiments: 20 });
    const cacheFolder = mkdtempSync(join(tmpdir(), "mlflow-runs-snapshot-"));
    try {
      return [await reopened({ engine, store, runs, rounds, cacheFolder })];
    } finally {
      rmSync(cacheFolder, { recursive: true, force: true });
    }
  },
};

interface Reopening {
  readonly engine: string;
  readonly store: string;
  readonly runs: number;
  readonly rounds: number;
  readonly cacheFolder: string;
}

async function reopened({ engine: script, store, runs, rounds, cacheFolder }: Reopening): Promise<Finding> {
  const opened = async (settle: boolean): Promise<number> => {
    const engine = connectEngine(script);
    const time = await timed(() => openWhole(engine, fileStore(store), runs, { cacheFolder }));
    if (settle) await engine.settled();
    await engine.close();
    return time;
  };
  // Leaves the snapshot; those of the rounds are closed before their comparison with the disk ends.
  await opened(true);
  const { ratio, contender, floor } = await byTurns(rounds, {
    floor: () => timed(() => readBare(store)),
    contender: () => opened(false),
  });
  const detail = `${contender.toFixed(0)} ms over ${floor.toFixed(0)} ms`;
  return {
    name: `reopening ${runs} runs from the snapshot`,
    value: ratio,
    limit: 0.25,
    unit: "x",
    against: "bare floor",
    detail,
  };
}
