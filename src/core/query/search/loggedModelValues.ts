import type { LoggedModel, LoggedModelMetric } from "../../model/loggedModel.ts";
import { isLater } from "../../model/metric.ts";

/** Which metrics are meant: those of a dataset of this name, and digest where one is given. */
export interface DatasetFilter {
  readonly dataset_name: string;
  readonly dataset_digest?: string | null;
}

/** Whether a metric is of one of these datasets; of none given, every metric is meant. */
export function isOnAny(metric: LoggedModelMetric, datasets: readonly DatasetFilter[]): boolean {
  return (
    datasets.length === 0 ||
    datasets.some(
      ({ dataset_name, dataset_digest }) =>
        metric.datasetName === dataset_name && (!dataset_digest || metric.datasetDigest === dataset_digest),
    )
  );
}

/** Metrics of a key on these datasets. */
export function metricsOf(model: LoggedModel, key: string, datasets: readonly DatasetFilter[]): LoggedModelMetric[] {
  return model.metrics.filter((metric) => metric.key === key && isOnAny(metric, datasets));
}

/** The value that is latest by step, time and value; null where there is none. */
export function latestValue(metrics: readonly LoggedModelMetric[]): number | null {
  const [first, ...rest] = metrics;
  return first ? rest.reduce((latest, next) => (isLater(next, latest) ? next : latest), first).value : null;
}

/** Attributes by the names that MLflow's stores have for them. */
const ATTRIBUTES: ReadonlyMap<string, (model: LoggedModel) => string | number | null> = new Map<
  string,
  (model: LoggedModel) => string | number | null
>([
  ["name", (model) => model.name],
  ["model_id", (model) => model.id],
  ["model_type", (model) => model.modelType],
  ["status", (model) => model.status],
  ["source_run_id", (model) => model.sourceRunId],
  ["creation_timestamp", (model) => model.created],
  ["last_updated_timestamp", (model) => model.updated],
  ["experiment_id", (model) => model.experimentId],
  ["artifact_location", (model) => model.artifactLocation],
  ["status_message", (model) => model.statusMessage],
  ["lifecycle_stage", (model) => model.lifecycle],
]);

export function isAttribute(key: string): boolean {
  return ATTRIBUTES.has(key);
}

export function attributeValue(model: LoggedModel, key: string): string | number | null {
  return ATTRIBUTES.get(key)?.(model) ?? null;
}
