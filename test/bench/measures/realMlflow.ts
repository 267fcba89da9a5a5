import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoreRef } from "../../../src/core/model/store.ts";
import { connectEngine } from "../../../src/engine/worker/client.ts";
import { readBare } from "../floor/floor.ts";
import type { Measure } from "../measure.ts";
import { database, fileStore, openWhole } from "../opened.ts";
import { median, timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";
import { benchDatabase } from "./databaseIndex.ts";

const SCRIPT = join(__dirname, "../../test/bench/search_runs.py");

/** All runs of a store, by us and by MLflow's own client in one page, in this machine's Python. */
export const realMlflow: Measure = {
  id: "mlflow",
  async run({ engine, options }) {
    const { python, runs } = options;
    if (python === null) return null;
    const folder = mkdtempSync(join(tmpdir(), "mlflow-runs-python-"));
    try {
      const path = join(folder, "mlflow.db");
      copyFileSync(benchDatabase(runs), path);
      const store = cachedStore({ runs, experiments: 20 });
      const files = await timesFaster(engine, fileStore(store), runs, python, store);
      const sql = await timesFaster(engine, database(path), runs, python, path);
      const both = { unit: "x", atLeast: true } as const;
      return [
        {
          name: `all of ${runs} runs, faster by`,
          value: files.ratio,
          limit: 12,
          ...both,
          against: "MLflow's file store, one page",
          detail: `${inSeconds(files)}; bare reading, by ${(files.theirs / (await bareTime(store))).toFixed(1)} x`,
        },
        {
          name: `all of ${runs} runs of mlflow.db, faster by`,
          value: sql.ratio,
          limit: 3,
          ...both,
          against: "MLflow's SQL store",
          detail: inSeconds(sql),
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Faster {
  readonly ratio: number;
  /** Milliseconds. */
  readonly theirs: number;
  readonly ours: number;
}

function inSeconds({ theirs, ours }: Faster): string {
  return `${(ours / 1000).toFixed(2)} s, MLflow ${(theirs / 1000).toFixed(1)} s`;
}

/** Nobody who looks at every file is faster than this. */
async function bareTime(store: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) times.push(await timed(() => readBare(store)));
  return median(times);
}

/** MLflow answers once, since it takes long; we three times, and the median counts. */
async function timesFaster(script: string, ref: StoreRef, runs: number, python: string, path: string): Promise<Faster> {
  const env = { ...process.env, MLFLOW_ALLOW_FILE_STORE: "true" };
  const theirs = Number(execFileSync(python, [SCRIPT, path, String(runs)], { env }).toString()) * 1000;
  const ours: number[] = [];
  for (let round = 0; round < 3; round++) {
    const engine = connectEngine(script);
    ours.push(await timed(() => openWhole(engine, ref, runs)));
    await engine.close();
  }
  return { ratio: theirs / median(ours), theirs, ours: median(ours) };
}
