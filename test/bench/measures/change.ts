import { appendFileSync, readdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunRef } from "../../../src/core/model/run.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import { connectEngine } from "../../../src/engine/worker/client.ts";
import type { Measure } from "../measure.ts";
import { fileStore, firstPage, openWhole } from "../opened.ts";
import { median } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

const POINTS = 15;
const METRIC = "metrics/rmse";

export const change: Measure = {
  id: "change",
  async run({ engine: script, options }) {
    const store = cachedStore({ runs: options.runs, experiments: 20 });
    const engine = connectEngine(script);
    await openWhole(engine, fileStore(store), options.runs, { watch: true });
    const ref = await openedRun(engine, store);
    const folder = join(store, ref.experiment, ref.run);
    const before = readFileSync(join(folder, METRIC));
    const times: number[] = [];
    try {
      for (let point = 0; point < POINTS; point++) times.push(await answerTime(engine, ref, folder, point));
    } finally {
      writeFileSync(join(folder, METRIC), before);
      await engine.close();
    }
    const detail = `from ${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)} ms`;
    const against = "the system's event to the answer with the new value";
    return [{ name: "one changed run", value: median(times), limit: 20, unit: "ms", against, detail }];
  },
};

/** A run that somebody looks at, in an experiment that is shown. */
async function openedRun(engine: Engine, store: string): Promise<RunRef> {
  const [experiment = ""] = readdirSync(store).filter((name) => name.length > 1 && !name.startsWith("."));
  await engine.settled();
  await engine.show([{ store, experiment }]);
  const { rows } = await engine.runs(firstPage(store, { experiments: [experiment], limit: 1 }));
  const [row] = rows;
  if (!row) throw new Error("the generated store has no run");
  await engine.run(row.ref);
  // Watchers are set up meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 300));
  return row.ref;
}

/** Milliseconds from the event that the system sends for an appended point to the page that shows it. */
async function answerTime(engine: Engine, ref: RunRef, folder: string, point: number): Promise<number> {
  const value = 1000 + point;
  const order = { by: { metric: "rmse" }, descending: true } as const;
  const top = firstPage(ref.store, { experiments: [ref.experiment], order, limit: 1, lifecycle: "all" });
  let seen = 0;
  const watcher = watch(join(folder, "metrics"), () => {
    seen ||= performance.now();
  });
  const answered = new Promise<number>((resolve) => {
    const forget = engine.onDidChange(async () => {
      const { rows } = await engine.runs(top);
      const shown = await engine.series([ref], "rmse", 1e6);
      if (rows[0]?.ref.run !== ref.run || !shown[0]?.values.includes(value)) return;
      forget();
      resolve(performance.now());
    });
  });
  appendFileSync(join(folder, METRIC), `${Date.now()} ${value} ${100 + point}\n`);
  const end = await answered;
  watcher.close();
  // Long enough for what follows a burst to be over.
  await new Promise((resolve) => setTimeout(resolve, 250));
  return end - seen;
}
