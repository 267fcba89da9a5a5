import type { LinkFacts, RunFacts } from "./runFacts.ts";

/** What of a run is kept until the whole store is known. */
export interface RunSummary {
  readonly experiment: string;
  readonly run: string;
  readonly id: string;
  /** Its folder below the store; empty in a database. */
  readonly file: string;
  readonly artifactUri: string;
  /** Ids of the logged models that it made or read. */
  readonly models: readonly string[];
  /** The tag `mlflow.parentRunId`; null without one. */
  readonly parent: string | null;
  readonly deleted: boolean;
}

export function summaryOf({ experiment, run, folder, meta, tags, inTrash, inputs, outputs }: RunFacts): RunSummary {
  const { fields } = meta;
  const linked = inputs.length + outputs.length === 0 ? NO_LINKS : [...inputs, ...outputs];
  return {
    experiment,
    run,
    file: folder,
    artifactUri: fields.get("artifact_uri") ?? "",
    models: linked.length === 0 ? NO_MODELS : linked.flatMap(modelOf),
    id: fields.get("run_id") || fields.get("run_uuid") || run,
    parent: tags.find(({ key }) => key === "mlflow.parentRunId")?.text?.trim() || null,
    deleted: inTrash || fields.get("lifecycle_stage") === "deleted",
  };
}

const NO_LINKS: readonly LinkFacts[] = [];
const NO_MODELS: readonly string[] = [];

/** The id of the logged model that a run's input or output means. */
function modelOf({ name, meta: { fields } }: LinkFacts): string[] {
  const id = fields.get("source_id") || name;
  return /^m-[0-9a-f]{32}$/.test(id) ? [id] : [];
}
