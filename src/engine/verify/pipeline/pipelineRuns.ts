import type { RunRecord } from "../../../core/model/run.ts";

/** Runs of the stores, as far as files beside them name them. */
export interface PipelineRuns {
  has(id: string): boolean;
  record(id: string): Promise<RunRecord | null>;
  /** The same for all runs of one experiment; null for a run that is not there. */
  experimentOf(id: string): string | null;
  /** All runs, or those of one experiment. */
  records(experiment?: string): AsyncIterable<RunRecord>;
}
