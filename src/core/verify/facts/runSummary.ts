import type { RunFacts } from "./runFacts.ts";

/** What of a run is kept until the whole store is known. */
export interface RunSummary {
  readonly experiment: string;
  readonly run: string;
  readonly id: string;
  /** The tag `mlflow.parentRunId`; null without one. */
  readonly parent: string | null;
  readonly deleted: boolean;
}

export function summaryOf({ experiment, run, meta, tags, inTrash }: RunFacts): RunSummary {
  const { fields } = meta;
  return {
    experiment,
    run,
    id: fields.get("run_id") || fields.get("run_uuid") || run,
    parent: tags.find(({ key }) => key === "mlflow.parentRunId")?.text?.trim() || null,
    deleted: inTrash || fields.get("lifecycle_stage") === "deleted",
  };
}
