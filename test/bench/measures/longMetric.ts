import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Measure } from "../measure.ts";
import { cached } from "../store/cachedStore.ts";

const MB = 1e6;
const POINTS = 5_000_000;
const RUN = "a".repeat(32);
const CHUNK = 100_000;

export const longMetric: Measure = {
  id: "longMetric",
  async run({ engine }) {
    const store = join(cached(`long-${POINTS}`, makeLong), "mlruns");
    const child = join(__dirname, "longMetricChild.js");
    const output = execFileSync(process.execPath, ["--expose-gc", child, engine, store, RUN, String(POINTS)]);
    const { peak, elapsed } = JSON.parse(output.toString()) as { peak: number; elapsed: number };
    const name = `memory of a chart of ${POINTS.toLocaleString("en-US")} points, at its peak`;
    const against = "resident memory of a fresh process, its threads included";
    const detail = `drawn after ${elapsed.toFixed(0)} ms`;
    return [{ name, value: peak / MB, limit: 120, unit: "MB", against, detail }];
  },
};

/** One run whose metric falls, 180 MB of text. */
function makeLong(folder: string): void {
  const experiment = join(folder, "mlruns", "1");
  const run = join(experiment, RUN);
  mkdirSync(join(run, "metrics"), { recursive: true });
  writeFileSync(join(experiment, "meta.yaml"), "experiment_id: '1'\nlifecycle_stage: active\nname: long\n");
  writeFileSync(
    join(run, "meta.yaml"),
    `end_time: 1709200000000\nexperiment_id: '1'\nrun_id: ${RUN}\nrun_name: long\nstart_time: 1709193600000\nstatus: 3\n`,
  );
  const file = openSync(join(run, "metrics", "loss"), "w");
  for (let from = 0; from < POINTS; from += CHUNK) {
    const lines = Array.from({ length: CHUNK }, (_, i) => lineOf(from + i));
    writeSync(file, lines.join(""));
  }
  closeSync(file);
}

function lineOf(step: number): string {
  return `${1_709_193_600_000 + step} ${1 / (1 + step / 10_000) + Math.sin(step) / 50} ${step}\n`;
}
