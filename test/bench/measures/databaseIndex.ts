import { connectEngine } from "../../../src/engine/worker/client.ts";
import { makeDatabase } from "../makeDatabase.ts";
import type { Measure } from "../measure.ts";
import { database, openWhole } from "../opened.ts";
import { byTurns, timed } from "../rounds.ts";
import { cached } from "../store/cachedStore.ts";

/** What describes runs; the points of their metrics are read when they are asked for. */
const SMALL_TABLES = ["experiments", "runs", "params", "tags", "latest_metrics"];

export function benchDatabase(runs: number): string {
  return cached(`mlflow-${runs}.db`, (path) => makeDatabase(path, { runs, metrics: 10, steps: 20 }));
}

export const databaseIndex: Measure = {
  id: "database",
  async run({ engine: script, options }) {
    const { runs } = options;
    const path = benchDatabase(runs);
    const { ratio, contender, floor } = await byTurns(options.rounds, {
      floor: () => timed(() => readSmallTables(path)),
      contender: async () => {
        const engine = connectEngine(script);
        const time = await timed(() => openWhole(engine, database(path), runs));
        await engine.close();
        return time;
      },
    });
    const detail = `${contender.toFixed(0)} ms over ${floor.toFixed(0)} ms`;
    const against = "reading its small tables bare";
    return [{ name: `mlflow.db of ${runs} runs`, value: ratio, limit: 3, unit: "x", against, detail }];
  },
};

function readSmallTables(path: string): number {
  const sqlite = process.getBuiltinModule("node:sqlite");
  const db = new sqlite.DatabaseSync(path, { readOnly: true });
  const rows = SMALL_TABLES.map((table) => db.prepare(`SELECT * FROM ${table}`).all().length);
  db.close();
  return rows.reduce((sum, count) => sum + count, 0);
}
