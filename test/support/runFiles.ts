import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pyFloat, pyJson } from "./python.ts";
import { type BuiltRun, type DatasetSpec, type MetricSpec, type RunSpec, STATUS_CODES } from "./spec.ts";
import { EPOCH, md5, writeKeyed, writeMeta } from "./writing.ts";

/** Where a run goes. */
export interface RunPlace {
  /** Absolute folder of the experiment. */
  readonly experimentFolder: string;
  readonly experimentId: string;
  /** URI of the experiment's artifacts, without a slash at the end. */
  readonly artifactLocation: string;
}

/** Writes one run as MLflow 3 does. */
export function writeRun(place: RunPlace, spec: RunSpec = {}, index = 0): BuiltRun {
  const id = spec.id ?? md5(`${place.experimentId}/${index}`);
  const folder = join(place.experimentFolder, id);
  const start = spec.start ?? EPOCH + index * 60_000;
  writeMeta(folder, runMeta(place, spec, id, start, index));
  writeKeyed(join(folder, "params"), mapValues(spec.params, String));
  writeKeyed(
    join(folder, "metrics"),
    mapValues(spec.metrics, (metric) => metricLines(metric, start)),
  );
  writeKeyed(join(folder, "tags"), runTags(spec, index));
  writeKeyed(join(folder, "artifacts"), spec.artifacts ?? {});
  writeInputs(place, spec, id, folder);
  return { id, folder };
}

function runMeta(place: RunPlace, spec: RunSpec, id: string, start: number, index: number) {
  const status = spec.status ?? "FINISHED";
  const pending = status === "RUNNING" || status === "SCHEDULED";
  const deleted = spec.lifecycle === "deleted" ? { deleted_time: start + 90_000 } : {};
  return {
    artifact_uri: `${place.artifactLocation}/${id}/artifacts`,
    ...deleted,
    end_time: spec.end !== undefined ? spec.end : pending ? null : start + 30_000,
    entry_point_name: "",
    experiment_id: place.experimentId,
    lifecycle_stage: spec.lifecycle ?? "active",
    run_id: id,
    run_name: runName(spec, index) ?? "",
    source_name: "",
    source_type: 4,
    source_version: "",
    start_time: start,
    status: STATUS_CODES[status],
    tags: [],
    user_id: spec.user ?? "alice",
  } as const;
}

function runName(spec: RunSpec, index: number): string | null {
  return spec.name === undefined ? `run-${index}` : spec.name;
}

function runTags(spec: RunSpec, index: number): Record<string, string> {
  const name = runName(spec, index);
  return {
    ...(name === null ? {} : { "mlflow.runName": name }),
    "mlflow.user": spec.user ?? "alice",
    ...(spec.parent === undefined ? {} : { "mlflow.parentRunId": spec.parent }),
    ...spec.tags,
  };
}

function metricLines(metric: MetricSpec, start: number): string {
  const points = typeof metric === "number" ? [metric] : metric;
  return points
    .map((point, step) => (typeof point === "number" ? ([start + step * 1000, point, step] as const) : point))
    .map(([timestamp, value, step]) => `${timestamp} ${pyFloat(value)} ${step}\n`)
    .join("");
}

function writeInputs(place: RunPlace, spec: RunSpec, runId: string, folder: string): void {
  for (const dataset of spec.datasets ?? []) {
    const id = writeDataset(place.experimentFolder, dataset);
    writeMeta(join(folder, "inputs", md5(id + runId)), {
      destination_id: id, // the source again and not the run: so MLflow does
      destination_type: "RUN",
      source_id: id,
      source_type: "DATASET",
      tags: dataset.context === undefined ? {} : { "mlflow.data.context": dataset.context },
    });
  }
  for (const id of spec.modelInputs ?? []) {
    const link = { destination_id: id, source_id: id, source_type: "MODEL", tags: {} };
    writeMeta(join(folder, "inputs", md5(id + runId)), { ...link, destination_type: "RUN" });
  }
  for (const { id, step } of spec.modelOutputs ?? []) {
    const link = { destination_id: id, source_id: id, source_type: "RUN_OUTPUT", tags: {} };
    writeMeta(join(folder, "outputs", id), { ...link, destination_type: "MODEL_OUTPUT", step: step ?? 0 });
  }
}

function writeDataset(experimentFolder: string, dataset: DatasetSpec): string {
  const digest = dataset.digest ?? md5(dataset.name).slice(0, 8);
  const columns = Object.entries(dataset.columns ?? { x: "double" });
  const rows = dataset.rows ?? 100;
  const id = md5(dataset.name + digest);
  const folder = join(experimentFolder, "datasets", id);
  mkdirSync(dirname(folder), { recursive: true });
  writeMeta(folder, {
    digest,
    name: dataset.name,
    profile: pyJson({ num_rows: rows, num_elements: rows * columns.length }),
    schema: pyJson({ mlflow_colspec: columns.map(([name, type]) => ({ type, name, required: true })) }),
    source: pyJson({ uri: dataset.source ?? `data/${dataset.name}.csv` }),
    source_type: "local",
  });
  return id;
}

function mapValues<T>(record: Readonly<Record<string, T>> | undefined, map: (value: T) => string) {
  return Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, map(value)]));
}
