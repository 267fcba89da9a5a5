import { toJsonNumber } from "../model/jsonNumber.ts";
import type { LoggedModel, LoggedModelMetric, LoggedModelStatus } from "../model/loggedModel.ts";
import { present } from "./fields.ts";

const STATUS: Readonly<Record<LoggedModelStatus, string>> = {
  PENDING: "LOGGED_MODEL_PENDING",
  READY: "LOGGED_MODEL_READY",
  FAILED: "LOGGED_MODEL_UPLOAD_FAILED",
};

export type LoggedModelJson = ReturnType<typeof toLoggedModelJson>;

/** `lifecycle_stage` is not in MLflow's answer, which leaves deleted models out. */
export function toLoggedModelJson(store: string, model: LoggedModel) {
  return {
    store,
    info: {
      ...present({
        model_id: model.id,
        experiment_id: model.experimentId,
        name: model.name,
        creation_timestamp_ms: model.created,
        last_updated_timestamp_ms: model.updated,
        artifact_uri: model.artifactLocation,
        status: STATUS[model.status],
        status_message: model.statusMessage,
        model_type: model.modelType,
        source_run_id: model.sourceRunId,
        lifecycle_stage: model.lifecycle,
      }),
      tags: model.tags,
    },
    data: { params: model.params, metrics: model.metrics.map((metric) => toMetricJson(model.id, metric)) },
  };
}

function toMetricJson(modelId: string, metric: LoggedModelMetric) {
  return present({
    key: metric.key,
    value: toJsonNumber(metric.value),
    timestamp: metric.timestamp,
    step: metric.step,
    model_id: modelId,
    run_id: metric.runId,
    dataset_name: metric.datasetName,
    dataset_digest: metric.datasetDigest,
  });
}
