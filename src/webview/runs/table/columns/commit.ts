import type { Column, TableGrouping } from "../../../../core/model/runsTable.ts";

/** The tag in which MLflow keeps the commit that a run was started from. */
export const COMMIT: Column = { kind: "tag", key: "mlflow.source.git.commit" };

/** As much of a commit's hash as people read. */
const SHORT = 8;

export function isByCommit(by: TableGrouping["by"] | null | undefined): boolean {
  return typeof by === "object" && by?.kind === COMMIT.kind && by.key === COMMIT.key;
}

/** A commit in short; what is no hash stays as it is. */
export function shortCommit(value: string): string {
  return /^[0-9a-f]{9,64}$/i.test(value) ? value.slice(0, SHORT) : value;
}
