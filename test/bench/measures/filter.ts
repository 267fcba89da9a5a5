import { Overviews } from "../../../src/core/index/overview.ts";
import { matching, type SelectContext } from "../../../src/core/index/select.ts";
import { RunTable } from "../../../src/core/index/table.ts";
import { TextSearch } from "../../../src/core/index/textFilter.ts";
import { readFilterText } from "../../../src/core/query/filterBox.ts";
import { record } from "../../support/record.ts";
import type { Measure } from "../measure.ts";
import { timed } from "../rounds.ts";

const RUNS = 100_000;
const NOW = 1_709_193_600_000;

/** One of each kind of comparison, over few texts and over as many as there are runs. */
const FILTERS = [
  "metrics.rmse < 0.25",
  "metrics.rmse < 0.5 AND params.model = 'forest' AND tags.owner != 'ann'",
  "params.learning_rate LIKE '0.0%'",
  "tags.`mlflow.runName` LIKE '%9_7%'",
  "tags.`mlflow.runName` ILIKE '%RUN-1%'",
  "run_name LIKE 'run-%5' OR NOT (status = 'FINISHED' AND metrics.`val/loss` > 0.9)",
  "artifact_uri LIKE '%run7/artifacts'",
  "dataset.name = 'train' AND dataset.context IN ('eval', 'test')",
  "start_time > -1d AND end_time < -1h",
  "tags.nobody IS NULL AND params.depth IS NOT NULL AND user_id ILIKE 'A%'",
  "metrics.rmse < 0.5 OR metrics.mae < 0.5 OR metrics.r2 > 0.5 OR metrics.`val/loss` < 0.5 OR params.depth = '3'",
];

export const filter: Measure = {
  id: "filter",
  async run() {
    const context = contextOf(table());
    const times: { readonly text: string; readonly time: number }[] = [];
    for (const text of FILTERS) {
      if (readFilterText(text).kind !== "expression") throw new Error(`no expression: ${text}`);
      const ask = () => matching(context, { store: "/s", experiments: null, filter: text, lifecycle: "active" });
      ask();
      const taken: number[] = [];
      for (let round = 0; round < 5; round++) taken.push(await timed(ask));
      times.push({ text, time: taken.sort((a, b) => a - b)[2] ?? Number.NaN });
    }
    const slowest = times.reduce((worst, next) => (next.time > worst.time ? next : worst));
    const detail = `${times.map(({ time }) => time.toFixed(1)).join(", ")} ms; slowest ${slowest.text}`;
    const name = `the slowest of ${FILTERS.length} filters over ${RUNS.toLocaleString("en")} runs`;
    return [{ name, value: slowest.time, limit: 50, unit: "ms", against: "text to rows, in one thread", detail }];
  },
};

const contextOf = (made: RunTable): SelectContext => ({
  ...{ store: "/s", table: made, now: NOW, changed: () => null, dialect: "file", experiments: ["0"] },
  ...{ overviews: new Overviews(made), search: new TextSearch(made.strings) },
});

const pick = (list: readonly string[], i: number): string => list[i % list.length] ?? "";

function table(): RunTable {
  const made = new RunTable();
  for (let i = 0; i < RUNS; i++) {
    made.put({
      ...record({
        folder: `run${i}`,
        name: `run-${i}`,
        status: i % 50 === 0 ? "FAILED" : "FINISHED",
        user: pick(["alice", "bob", "carol"], i),
        start: NOW - i * 60_000,
        end: NOW - i * 60_000 + 30_000,
        artifactUri: `file:///home/x/mlruns/1/run${i}/artifacts`,
        params: {
          ...{
            learning_rate: String((i % 97) / 1000),
            model: pick(["forest", "boost", "mlp"], i),
            depth: String(i % 12),
          },
          ...{ seed: String(i), batch: pick(["16", "32", "64"], i), optimizer: pick(["adam", "sgd"], i) },
          ...{ dropout: String((i % 10) / 10), epochs: "20", layers: String(i % 5), activation: "relu" },
        },
        tags: {
          ...{ "mlflow.runName": `run-${i}`, "mlflow.user": "alice", "mlflow.source.name": "train.py" },
          ...{ "mlflow.source.type": "LOCAL", owner: pick(["ann", "ben"], i), stage: pick(["dev", "prod"], i) },
        },
        metrics: {
          ...{ rmse: (i % 1000) / 1000, mae: (i % 777) / 777, r2: (i % 501) / 501, "val/loss": (i % 333) / 333 },
          ...{ accuracy: 0.5, f1: 0.5, auc: 0.5, precision: 0.5, recall: 0.5, time: i },
        },
      }),
      datasets: [dataset(pick(["train", "test"], i), pick(["training", "eval"], i))],
    });
  }
  return made;
}

const dataset = (name: string, context: string) => ({
  ...{ name, digest: "d", sourceType: "local", source: "{}", schema: null, profile: null },
  tags: [{ key: "mlflow.data.context", value: context }],
});
