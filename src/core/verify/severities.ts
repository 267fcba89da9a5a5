import type { Severity } from "../model/finding.ts";
import { isMlflow, type Target } from "./target.ts";

/** How bad a thing is for each kind of target. */
export interface Severities {
  readonly data: Severity | null;
  /** For every MLflow, or for those from a version on and before another. */
  readonly mlflow?: Severity | readonly MlflowSeverity[];
  readonly migration?: Severity;
}

export interface MlflowSeverity {
  readonly from: readonly [major: number, minor: number];
  readonly before?: readonly [major: number, minor: number];
  readonly severity: Severity;
}

/** A rule's severity by target; null where nothing is said of it. */
export function severities({ data, mlflow, migration }: Severities): (target: Target) => Severity | null {
  return (target) => {
    if (target.kind === "data") return data;
    if (target.kind === "migration") return migration ?? null;
    if (typeof mlflow === "string") return mlflow;
    return mlflow?.find(({ from, before }) => isMlflow(target, from, before))?.severity ?? null;
  };
}
