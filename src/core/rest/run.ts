import { toJsonNumber } from "../model/jsonNumber.ts";
import type { MetricHistory, MetricSummary } from "../model/metric.ts";
import type { DatasetInput, RunDetail, RunInfo, RunRecord } from "../model/run.ts";
import { present } from "./fields.ts";

/** A file of a run's artifacts: path below the artifact root, size in bytes. */
export interface ArtifactJson {
  readonly path: string;
  readonly is_dir: false;
  readonly file_size: number;
}

export type RunJson = ReturnType<typeof toRunJson>;

/** A run as `runs/get` answers it, with every point of its metrics and every file of its artifacts. */
export function toRunJson(store: string, run: RunDetail, artifacts: readonly ArtifactJson[]) {
  return {
    ...toRunShellJson(store, run, artifacts),
    metric_history: Object.fromEntries(run.history.map((history) => [history.key, toPointsJson(history)])),
  };
}

/** The same without the points, of which there may be millions. */
export function toRunShellJson(store: string, run: RunRecord, artifacts: readonly ArtifactJson[]) {
  return {
    store,
    info: toInfoJson(run.info),
    data: { metrics: run.metrics.map(toMetricJson), params: run.params, tags: run.tags },
    inputs: {
      dataset_inputs: run.datasets.map(toDatasetJson),
      model_inputs: run.modelInputs.map((id) => ({ model_id: id })),
    },
    outputs: { model_outputs: run.modelOutputs.map(({ modelId, step }) => ({ model_id: modelId, step })) },
    artifacts,
  };
}

/** Points `[from, to)` of a metric, in the order logged. */
export function toPointsJson(history: MetricHistory, from = 0, to = history.values.length) {
  const { timestamps, steps } = history;
  return Array.from(history.values.subarray(from, to), (value, i) => ({
    value: toJsonNumber(value),
    timestamp: timestamps[from + i] ?? 0,
    step: steps[from + i] ?? 0,
  }));
}

function toInfoJson(info: RunInfo) {
  return present({
    run_id: info.id,
    run_uuid: info.id,
    run_name: info.name,
    experiment_id: info.experimentId,
    user_id: info.user,
    status: info.status,
    start_time: info.start,
    end_time: info.end,
    artifact_uri: info.artifactUri,
    lifecycle_stage: info.lifecycle,
  });
}

function toMetricJson({ key, last }: MetricSummary) {
  return { key, value: toJsonNumber(last.value), timestamp: last.timestamp, step: last.step };
}

function toDatasetJson({ tags, name, digest, sourceType, source, schema, profile }: DatasetInput) {
  return { tags, dataset: present({ name, digest, source_type: sourceType, source, schema, profile }) };
}
