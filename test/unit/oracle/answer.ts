/**
 * An export said in the words of `expected.json`: lists keyed by their ids, so that what has no order is compared
 * without one. Nothing is picked out: every field of the export is either said or named here as one of ours.
 */
import type { ExperimentJson } from "../../../src/core/rest/experiment.ts";
import type { LoggedModelJson } from "../../../src/core/rest/loggedModel.ts";
import type { ProblemJson } from "../../../src/core/rest/problem.ts";
import type { RegisteredModelJson } from "../../../src/core/rest/registry.ts";
import type { RunJson } from "../../../src/core/rest/run.ts";
import type { TraceJson } from "../../../src/core/rest/trace.ts";

export interface Export {
  readonly stores: readonly { readonly path: string; readonly kind: string }[];
  readonly experiments: readonly ExperimentJson[];
  readonly runs: readonly RunJson[];
  readonly registered_models: readonly RegisteredModelJson[];
  readonly prompts: readonly RegisteredModelJson[];
  readonly logged_models: readonly LoggedModelJson[];
  readonly traces: readonly TraceJson[];
  readonly problems: readonly ProblemJson[];
}

type Pairs = readonly { readonly key: string; readonly value: string }[];

/** Fails on two of one id, which a map would hide. */
export function keyed<T>(list: readonly T[], id: (item: T) => string): Record<string, T> {
  const map = Object.fromEntries(list.map((item) => [id(item), item]));
  if (Object.keys(map).length !== list.length) throw new Error(`ids are not unique: ${list.map(id).join(" ")}`);
  return map;
}

const toMap = (pairs: Pairs): Record<string, string> =>
  Object.fromEntries(Object.entries(keyed(pairs, ({ key }) => key)).map(([key, { value }]) => [key, value]));

/** A shape whose absent fields are MLflow's nulls. */
const orNull = <T>(value: T | undefined): T | null => value ?? null;

export function experimentAnswer({ store: _, tags, ...rest }: ExperimentJson) {
  return {
    ...rest,
    creation_time: orNull(rest.creation_time),
    last_update_time: orNull(rest.last_update_time),
    tags: toMap(tags),
  };
}

export function runAnswer(run: RunJson) {
  const { store: _, info, data, inputs, outputs, metric_history, artifacts, ...unknown } = run;
  const { run_uuid, ...rest } = info;
  if (run_uuid !== info.run_id) throw new Error(`run_uuid of ${info.run_id} is ${run_uuid}`);
  const last = keyed(data.metrics, ({ key }) => key);
  return {
    ...unknown,
    ...rest,
    run_name: orNull(info.run_name),
    start_time: orNull(info.start_time),
    end_time: orNull(info.end_time),
    params: toMap(data.params),
    tags: toMap(data.tags),
    metrics: Object.fromEntries(data.metrics.map(({ key, value }) => [key, value])),
    metrics_last: Object.fromEntries(Object.entries(last).map(([key, { key: _key, ...point }]) => [key, point])),
    metric_history: Object.fromEntries(
      Object.entries(metric_history).map(([key, points]) => [
        key,
        points.map(({ timestamp, value, step, ...more }) => [timestamp, value, step, ...Object.values(more)]),
      ]),
    ),
    artifacts: keyed(
      artifacts.map(({ path, is_dir, file_size }) => ({ path, is_dir, size: file_size })),
      ({ path }) => path,
    ),
    dataset_inputs: keyed(
      inputs.dataset_inputs.map(({ dataset: { schema, profile, ...dataset }, tags }) => ({
        ...dataset,
        schema: orNull(schema),
        profile: orNull(profile),
        tags: toMap(tags),
      })),
      ({ name, digest }) => `${name} ${digest}`,
    ),
    model_inputs: inputs.model_inputs.map(({ model_id }) => model_id).sort(),
    model_outputs: keyed(outputs.model_outputs, ({ model_id }) => model_id),
  };
}

export function modelAnswer({ store: _, versions, aliases, ...rest }: RegisteredModelJson) {
  return {
    ...rest,
    description: orNull(rest.description),
    tags: toMap(rest.tags),
    aliases: Object.fromEntries(aliases.map(({ alias, version }) => [alias, version])),
    latest_versions: latestOf(versions),
    versions: keyed(versions.map(versionAnswer), ({ version }) => version),
  };
}

function versionAnswer({ storage_location, ...version }: RegisteredModelJson["versions"][number]) {
  return {
    ...version,
    ...nulls(version, ["description", "user_id", "run_id", "run_link", "model_id", "status_message"]),
    tags: toMap(version.tags),
    aliases: [...version.aliases].sort(),
    download_uri: storage_location ?? version.source,
  };
}

/** The newest version of each stage, as MLflow adds it to a registered model. */
function latestOf(versions: RegisteredModelJson["versions"]): string[][] {
  const latest = new Map(versions.map(({ current_stage, version }) => [current_stage, version]));
  return [...latest].map(([stage, version]) => [version, stage]).sort();
}

function nulls<T extends object, K extends keyof T>(of: T, keys: readonly K[]): Record<K, T[K] | null> {
  return Object.fromEntries(keys.map((key) => [key, of[key] ?? null])) as Record<K, T[K] | null>;
}

/** Without what MLflow hides: that it is a prompt at all. */
export function promptAnswer({ name, tags }: RegisteredModelJson) {
  const { "mlflow.prompt.is_prompt": isPrompt, ...others } = toMap(tags);
  if (isPrompt !== "true") throw new Error(`${name} is no prompt`);
  return { name, tags: others };
}

const STATUS: Readonly<Record<string, string>> = {
  LOGGED_MODEL_PENDING: "PENDING",
  LOGGED_MODEL_READY: "READY",
  LOGGED_MODEL_UPLOAD_FAILED: "FAILED",
};

export function loggedModelAnswer({ info, data }: LoggedModelJson) {
  const { creation_timestamp_ms, last_updated_timestamp_ms, artifact_uri, lifecycle_stage: _, ...rest } = info;
  return {
    ...rest,
    ...nulls(info, ["model_type", "source_run_id"]),
    status: STATUS[info.status],
    artifact_location: artifact_uri,
    creation_timestamp: creation_timestamp_ms,
    last_updated_timestamp: last_updated_timestamp_ms,
    tags: toMap(info.tags),
    params: toMap(data.params),
    metrics: data.metrics
      .map(({ key, value, step, timestamp, dataset_name, dataset_digest, run_id, model_id }) => {
        if (model_id !== info.model_id) throw new Error(`a metric of ${info.model_id} names ${model_id}`);
        return [key, value, step, timestamp, orNull(dataset_name), orNull(dataset_digest), orNull(run_id)];
      })
      .sort(),
  };
}

/** 2.x answers neither previews nor assessments. */
export function traceAnswer({ store: _, trace_location, trace_metadata, ...rest }: TraceJson, version: number) {
  const { request_preview, response_preview, assessments, ...both } = rest;
  const answer = { ...both, experiment_id: trace_location.mlflow_experiment.experiment_id, metadata: trace_metadata };
  if (version < 3) return answer;
  return {
    ...answer,
    request_preview: orNull(request_preview),
    response_preview: orNull(response_preview),
    assessments: keyed(
      assessments.map(({ assessment_name, value }) => ({ name: assessment_name, value })),
      ({ name }) => name,
    ),
  };
}
