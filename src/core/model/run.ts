import type { Lifecycle } from "./experiment.ts";
import type { MetricHistory, MetricSummary } from "./metric.ts";
import type { Problem } from "./problem.ts";
import type { KeyValue } from "./text.ts";

export type RunStatus = "RUNNING" | "SCHEDULED" | "FINISHED" | "FAILED" | "KILLED";

/** MLflow's integer codes, 1 to 5, in order. */
export const RUN_STATUSES: readonly RunStatus[] = ["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"];

/** Which run is meant: ids are not unique (one id in two stores is common), folders are. */
export interface RunRef {
  /** Key of the store: its absolute path. */
  readonly store: string;
  /** Experiment folder below the store (`.trash/123` too); in a database the experiment's id. */
  readonly experiment: string;
  /** Run folder; in a database the run's id. */
  readonly run: string;
}

export function refKey(ref: RunRef): string {
  return `${ref.store}\n${ref.experiment}\n${ref.run}`;
}

export interface RunInfo {
  /** Experiment folder and run folder, as in RunRef. */
  readonly experiment: string;
  readonly folder: string;
  readonly id: string;
  readonly experimentId: string;
  /** `run_name`, else the tag `mlflow.runName`, else the `name` of 0.x; null where none was given. */
  readonly name: string | null;
  readonly status: RunStatus;
  readonly lifecycle: Lifecycle;
  /** Milliseconds since 1970. */
  readonly start: number | null;
  readonly end: number | null;
  readonly user: string;
  readonly artifactUri: string;
  /** False where meta.yaml is missing or could not be read and only the folders are known. */
  readonly readable: boolean;
}

export interface DatasetInput {
  readonly name: string;
  readonly digest: string;
  readonly sourceType: string;
  /** JSON texts, as MLflow keeps them. */
  readonly source: string;
  readonly schema: string | null;
  readonly profile: string | null;
  readonly tags: readonly KeyValue[];
}

/** The tag of an input that says what it was used for (`training`, `eval`, …). */
export const CONTEXT_TAG = "mlflow.data.context";

export interface ModelOutput {
  readonly modelId: string;
  readonly step: number;
}

/** A run as the index keeps it: everything but the points of its metrics. */
export interface RunRecord {
  readonly info: RunInfo;
  /** Sorted by key, by code point; so are tags and metrics. */
  readonly params: readonly KeyValue[];
  readonly tags: readonly KeyValue[];
  readonly metrics: readonly MetricSummary[];
  /** Ids of the logged models this run read (`m-…`). */
  readonly modelInputs: readonly string[];
  readonly modelOutputs: readonly ModelOutput[];
  readonly datasets: readonly DatasetInput[];
  readonly problems: readonly Problem[];
}

/** A run in full. */
export interface RunDetail extends RunRecord {
  readonly history: readonly MetricHistory[];
}
