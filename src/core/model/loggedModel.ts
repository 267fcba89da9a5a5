import type { Lifecycle } from "./experiment.ts";
import type { KeyValue } from "./text.ts";

export type LoggedModelStatus = "PENDING" | "READY" | "FAILED";

/** MLflow's integer codes, 1 to 3, in order. */
export const LOGGED_MODEL_STATUSES: readonly LoggedModelStatus[] = ["PENDING", "READY", "FAILED"];

export interface LoggedModelMetric {
  readonly key: string;
  readonly value: number;
  readonly timestamp: number;
  readonly step: number;
  readonly runId: string | null;
  readonly datasetName: string | null;
  readonly datasetDigest: string | null;
}

/** A LoggedModel of MLflow 3 (`models/m-…` of an experiment). */
export interface LoggedModel {
  /** Experiment folder below the store; in a database the experiment's id. */
  readonly experiment: string;
  readonly id: string;
  readonly experimentId: string;
  readonly name: string;
  readonly sourceRunId: string | null;
  readonly status: LoggedModelStatus;
  readonly statusMessage: string | null;
  readonly modelType: string | null;
  readonly artifactLocation: string;
  readonly lifecycle: Lifecycle;
  readonly created: number | null;
  readonly updated: number | null;
  readonly params: readonly KeyValue[];
  readonly tags: readonly KeyValue[];
  readonly metrics: readonly LoggedModelMetric[];
}
