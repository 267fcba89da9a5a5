import { type InferredRun, isMadeBy, runFromFiles, runFromMetrics } from "../../../core/deploy/inferRun.ts";
import type { ModelClaim, PipelineFile } from "../../../core/deploy/pipelineFile.ts";
import type { RunRecord } from "../../../core/model/run.ts";
import type { PipelineRuns } from "./pipelineRuns.ts";

/** The runs of deployments that name none: by files beside them, else by model and metrics among all runs. */
export async function inferRuns(
  files: ReadonlyMap<string, PipelineFile>,
  runs: PipelineRuns,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<ModelClaim, InferredRun>> {
  const inferred = new Map<ModelClaim, InferredRun>();
  const untold: ModelClaim[] = [];
  for (const file of files.values()) {
    for (const claim of file.claims.filter(({ run, isDeployment }) => run === null && isDeployment)) {
      const found = runFromFiles(file, claim, files);
      if (found === null) untold.push(claim);
      else inferred.set(claim, found);
    }
  }
  if (untold.length > 0) await amongAll(untold, runs, signal, inferred);
  return inferred;
}

async function amongAll(
  claims: readonly ModelClaim[],
  runs: PipelineRuns,
  signal: AbortSignal | undefined,
  inferred: Map<ModelClaim, InferredRun>,
): Promise<void> {
  const fitting = new Map<ModelClaim, RunRecord[]>(claims.map((claim) => [claim, []]));
  for await (const record of runs.records()) {
    signal?.throwIfAborted();
    for (const [claim, records] of fitting) if (isMadeBy(claim, record)) records.push(record);
  }
  for (const [claim, records] of fitting) {
    const found = runFromMetrics(claim, records);
    if (found !== null) inferred.set(claim, found);
  }
}
