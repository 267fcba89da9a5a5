import { csvRecord } from "../core/compare/export/csv.ts";
import { byText } from "../core/model/text.ts";
import type { FoundRun } from "./readRuns.ts";
import type { Sink } from "./terminal.ts";

const FIXED: readonly (readonly [title: string, value: (run: FoundRun) => string | number | null])[] = [
  ["label", (run) => run.label],
  ["run_id", ({ info }) => info.id],
  ["run_name", ({ info }) => info.name],
  ["store", ({ store }) => store.ref.label],
  ["experiment_id", ({ info }) => info.experimentId],
  ["experiment", ({ experiment }) => experiment.name],
  ["status", ({ info }) => info.status],
  ["lifecycle_stage", ({ info }) => info.lifecycle],
  ["start_time", ({ info }) => info.start],
  ["end_time", ({ info }) => info.end],
  ["user_id", ({ info }) => info.user],
  ["artifact_uri", ({ info }) => info.artifactUri],
];

/** A row a run, with a column for every metric (its last value), param and tag, named as MLflow's data frame names them. */
export async function writeRunsCsv(runs: readonly FoundRun[], out: Sink): Promise<void> {
  const keys = (entries: (run: FoundRun) => readonly { readonly key: string }[]): string[] =>
    [...new Set(runs.flatMap((run) => entries(run).map(({ key }) => key)))].sort(byText);
  const metrics = keys((run) => run.metrics);
  const params = keys((run) => run.params);
  const tags = keys((run) => run.tags);
  await out(
    csvRecord([
      ...FIXED.map(([title]) => title),
      ...metrics.map((key) => `metrics.${key}`),
      ...params.map((key) => `params.${key}`),
      ...tags.map((key) => `tags.${key}`),
    ]),
  );
  for (const run of runs) {
    const last = new Map(
      run.metrics.map(({ key, last: { value } }) => [key, Object.is(value, -0) ? "-0" : String(value)]),
    );
    const param = new Map(run.params.map(({ key, value }) => [key, value]));
    const tag = new Map(run.tags.map(({ key, value }) => [key, value]));
    await out(
      csvRecord([
        ...FIXED.map(([, value]) => String(value(run) ?? "")),
        ...metrics.map((key) => last.get(key) ?? ""),
        ...params.map((key) => param.get(key) ?? ""),
        ...tags.map((key) => tag.get(key) ?? ""),
      ]),
    );
  }
}
