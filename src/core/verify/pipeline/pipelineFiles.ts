import type { InferredRun } from "../../deploy/inferRun.ts";
import type { ModelClaim, PipelineFile } from "../../deploy/pipelineFile.ts";
import { agrees, sameMetric } from "../../deploy/sameMetric.ts";
import type { Goal } from "../../model/goal.ts";
import type { MetricSummary } from "../../model/metric.ts";
import type { Check, Found } from "../rule.ts";
import { bestFindings, type ExperimentBest } from "./best.ts";
import { pipelineRule } from "./pipelineRule.ts";

export const QUOTES_ESCAPED = pipelineRule({
  id: "MLR501",
  title: "JSON of the pipeline with every quote escaped",
  why: 'No reader of JSON takes the file: a shell wrote its quotes as \\" where plain ones belong.',
  mend: 'Write the file by a program that knows JSON, and replace \\" by ".',
  data: "error",
});

export const NUMBER_NO_JSON = pipelineRule({
  id: "MLR502",
  title: "JSON of the pipeline with NaN or an infinity",
  why: "Python writes and reads such numbers, but JSON has no word for them and other readers refuse the file.",
  mend: "Write null in their place.",
  data: "warning",
});

export const PIPELINE_FILE_BROKEN = pipelineRule({
  id: "MLR503",
  title: "JSON of the pipeline that cannot be read",
  why: "What was deployed or found best can no longer be told from the file.",
  mend: "Correct the line named, or restore the file from Git.",
  data: "error",
});

export const DEPLOYED_RUN_GONE = pipelineRule({
  id: "MLR504",
  title: "Deployed or best model whose run is gone",
  why: "The run that made the model is in no store here, so its params, code and data cannot be told.",
  mend: "Bring the run's folder back from Git or a backup, or correct the run id.",
  data: "error",
});

export const NAMED_RUN_ELSEWHERE = pipelineRule({
  id: "MLR505",
  title: "File that names a run which is not here",
  why: "The run may have been deleted, or may be on another tracking server.",
  mend: "Nothing need be done, if it is known where the run is.",
  data: "info",
});

export const DEPLOYED_FILE_GONE = pipelineRule({
  id: "MLR506",
  title: "Model file of a deployment that is not there",
  why: "The deployment names the file, and it is neither beside it nor in the folder verified.",
  mend: "Restore the file from Git, Git LFS or a backup; see whether Git ignores it.",
  data: "warning",
});

export const METRIC_DISAGREES = pipelineRule({
  id: "MLR507",
  title: "Metric that disagrees with its run",
  why: "The file and the run that it names tell different values, so one of them is of another model.",
  mend: "Correct the run id or the value, or write the file again from the run.",
  data: "error",
});

export const RUN_UNTOLD = pipelineRule({
  id: "MLR509",
  title: "Deployment whose run cannot be told",
  why: "It names no run, no metadata beside it does, and no run here has its model and metrics: its code and data are not known.",
  mend: "Write the run_id into the file when the model is deployed.",
  data: "info",
});

export interface PipelineInput {
  readonly file: PipelineFile;
  /** Metrics of a run; null for a run that is in no store. */
  readonly metricsOf: (run: string) => readonly MetricSummary[] | null;
  /** Files that the file names and that are not there. */
  readonly missing: readonly string[];
  /** Runs of claims that name none. */
  readonly inferred: ReadonlyMap<ModelClaim, InferredRun>;
  readonly goal: (key: string) => Goal;
  /** The best run of the experiment that a run is of, by metric; null where nobody asked for it. */
  readonly bestBeside: (run: string) => ExperimentBest | null;
}

/** Whether a file of the pipeline can be read, and agrees with the runs and files that it names. */
export const checkPipelineFile: Check<PipelineInput> = (input, tell) => {
  const { path, fault, claims } = input.file;
  if (fault !== null) {
    const rules = { escaped: QUOTES_ESCAPED, number: NUMBER_NO_JSON, broken: PIPELINE_FILE_BROKEN };
    tell({ rule: rules[fault.kind], file: path, line: fault.line, message: `The file ${fault.reason}.` });
  }
  for (const name of input.missing) {
    tell({ rule: DEPLOYED_FILE_GONE, file: path, message: `${JSON.stringify(name.slice(0, 200))} is not there.` });
  }
  for (const claim of claims) for (const found of claimFindings(claim, input)) tell(found);
  for (const found of bestFindings(input)) tell(found);
};

function claimFindings(claim: ModelClaim, { file: { path: file }, metricsOf, inferred }: PipelineInput): Found[] {
  const run = claim.run ?? inferred.get(claim)?.run ?? null;
  if (run === null) {
    if (!claim.isDeployment) return [];
    return [
      {
        rule: RUN_UNTOLD,
        file,
        message: `No run is named for the model ${claim.model?.slice(0, 100) ?? ""}, and none can be inferred.`,
      },
    ];
  }
  const logged = metricsOf(run);
  if (logged === null) {
    // The file that the run was inferred from says so itself.
    if (claim.run === null) return [];
    const rule = claim.isDeployment ? DEPLOYED_RUN_GONE : NAMED_RUN_ELSEWHERE;
    return [{ rule, file, message: `The run ${run} is in no store here.` }];
  }
  const from = claim.run === null ? ` (inferred from ${inferred.get(claim)?.from})` : "";
  return claim.metrics.flatMap(({ key, value }): Found[] => {
    const candidates = sameMetric(key, logged);
    if (candidates.length === 0 || candidates.some((metric) => agrees(metric, value))) return [];
    const told = candidates.slice(0, 3).map((metric) => `${metric.key} ${metric.last.value}`);
    const message = `${key} is ${value}, but the run ${run.slice(0, 8)}${from} logged ${told.join(", ")}.`;
    return [{ rule: METRIC_DISAGREES, file, message }];
  });
}
