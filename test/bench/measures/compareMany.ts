import type { ComparedRun } from "../../../src/core/compare/attributes.ts";
import { compareRuns } from "../../../src/core/compare/compareRuns.ts";
import { verdictOf } from "../../../src/core/compare/verdict.ts";
import type { MetricSummary } from "../../../src/core/model/metric.ts";
import { byText } from "../../../src/core/model/text.ts";
import type { Comparison, RunRow } from "../../../src/core/model/views.ts";
import type { Measure } from "../measure.ts";
import { median, timed } from "../rounds.ts";

const RUNS = 500;
/** Keys of a run: params, metrics and tags together. */
const KEYS = { params: 600, metrics: 300, tags: 100 };

export const compareMany: Measure = {
  id: "compare",
  async run() {
    const times: number[] = [];
    for (let round = 0; round < 7; round++) {
      // Texts of their own each time, as they come from a disk.
      const runs = Array.from({ length: RUNS }, (_, i) => comparedRun(round, i));
      const rows = runs.map(rowOf);
      times.push(await timed(() => compareAll(runs, rows)));
    }
    const keys = KEYS.params + KEYS.metrics + KEYS.tags;
    const name = `${RUNS} runs x ${keys.toLocaleString("en-US")} keys compared, with their verdict`;
    const detail = `from ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms`;
    return [{ name, value: median(times), limit: 300, unit: "ms", against: "once read, in one thread", detail }];
  },
};

function compareAll(runs: readonly ComparedRun[], rows: readonly RunRow[]): number {
  const comparison: Comparison = {
    ...{ runs: rows, experiments: rows.map(() => "many"), missing: [], baseline: 0, primary: null },
    ...compareRuns(runs),
  };
  return verdictOf(comparison, {}, (text) => text).sentence.length;
}

/** A third of the params differ from run to run, a third in some, the rest in none; a few are missing. */
function comparedRun(round: number, run: number): ComparedRun {
  const texts = (kind: string, count: number) =>
    Array.from({ length: count }, (_, key) => ({ key: `${kind}_${key}`, value: textOf(key, run) }))
      .filter((_, key) => (key + run) % 97 !== 0)
      .sort((a, b) => byText(a.key, b.key));
  const id = `${round}${String(run).padStart(31, "0")}`;
  const metrics = Array.from({ length: KEYS.metrics }, (_, key) => metricOf(`metric_${key}`, run * key + round));
  return {
    record: {
      info: {
        ...{ experiment: "1", folder: id, id, experimentId: "1", name: `run-${run}`, status: "FINISHED" },
        ...{
          lifecycle: "active",
          start: 1.7e12 + run,
          end: 1.7e12 + 60_000,
          user: "",
          artifactUri: "",
          readable: true,
        },
      },
      params: texts("param", KEYS.params),
      tags: texts("tag", KEYS.tags),
      metrics: [...metrics, metricOf("val_rmse", 1 / (run + 1))].sort((a, b) => byText(a.key, b.key)),
      ...{ modelInputs: [], modelOutputs: [], datasets: [], problems: [] },
    },
    ...{ status: "finished", experimentName: "many", storeLabel: "mlruns" },
  };
}

function textOf(key: number, run: number): string {
  if (key % 3 === 0) return String(run * 0.001 + key);
  return key % 3 === 1 ? `choice ${(run + key) % 5}` : `same ${key}`;
}

function metricOf(key: string, value: number): MetricSummary {
  return { key, last: { value, timestamp: 1.7e12, step: 9 }, first: value, min: value, max: value, count: 10 };
}

function rowOf({ record: { info } }: ComparedRun): RunRow {
  return {
    ref: { store: "/s", experiment: info.experiment, run: info.folder },
    ...{ id: info.id, label: info.name ?? info.id, name: info.name, status: "finished", lifecycle: "active" },
    ...{ start: info.start, end: info.end, primary: null, telling: [], children: 0, problems: 0 },
    counts: { metrics: 0, params: 0, tags: 0, datasets: 0, models: 0 },
  };
}
