import type { ModelClaim, PipelineFile } from "../../deploy/pipelineFile.ts";
import { goalOf } from "../../model/goal.ts";
import type { MetricSummary } from "../../model/metric.ts";
import type { Check, Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

const rule = (rule: Pick<Rule, "id" | "title" | "why" | "mend"> & { data: "error" | "warning" | "info" }): Rule => {
  const { data, ...words } = rule;
  return { ...words, area: "pipeline", level: "full", severity: severities({ data }) };
};

export const QUOTES_ESCAPED = rule({
  id: "MLR501",
  title: "JSON of the pipeline with every quote escaped",
  why: 'No reader of JSON takes the file: a shell wrote its quotes as \\" where plain ones belong.',
  mend: 'Write the file by a program that knows JSON, and replace \\" by ".',
  data: "error",
});

export const NUMBER_NO_JSON = rule({
  id: "MLR502",
  title: "JSON of the pipeline with NaN or an infinity",
  why: "Python writes and reads such numbers, but JSON has no word for them and other readers refuse the file.",
  mend: "Write null in their place.",
  data: "warning",
});

export const PIPELINE_FILE_BROKEN = rule({
  id: "MLR503",
  title: "JSON of the pipeline that cannot be read",
  why: "What was deployed or found best can no longer be told from the file.",
  mend: "Correct the line named, or restore the file from Git.",
  data: "error",
});

export const DEPLOYED_RUN_GONE = rule({
  id: "MLR504",
  title: "Deployed or best model whose run is gone",
  why: "The run that made the model is in no store here, so its params, code and data cannot be told.",
  mend: "Bring the run's folder back from Git or a backup, or correct the run id.",
  data: "error",
});

export const NAMED_RUN_ELSEWHERE = rule({
  id: "MLR505",
  title: "File that names a run which is not here",
  why: "The run may have been deleted, or may be on another tracking server.",
  mend: "Nothing need be done, if it is known where the run is.",
  data: "info",
});

export const DEPLOYED_FILE_GONE = rule({
  id: "MLR506",
  title: "Model file of a deployment that is not there",
  why: "The deployment names the file, and it is neither beside it nor in the folder verified.",
  mend: "Restore the file from Git, Git LFS or a backup; see whether Git ignores it.",
  data: "warning",
});

export const METRIC_DISAGREES = rule({
  id: "MLR507",
  title: "Metric that disagrees with its run",
  why: "The file and the run that it names tell different values, so one of them is of another model.",
  mend: "Correct the run id or the value, or write the file again from the run.",
  data: "error",
});

export const BEST_IS_BEATEN = rule({
  id: "MLR508",
  title: "Best of a table that is not its best",
  why: "The row marked best is best by none of the metrics beside it.",
  mend: "Mark the row that is best, or write the table again.",
  data: "error",
});

export interface PipelineInput {
  readonly file: PipelineFile;
  /** Metrics of a run; null for a run that is in no store. */
  readonly metricsOf: (run: string) => readonly MetricSummary[] | null;
  /** Files that the file names and that are not there. */
  readonly missing: readonly string[];
}

/** Whether a file of the pipeline can be read, and agrees with the runs and files that it names. */
export const checkPipelineFile: Check<PipelineInput> = ({ file, metricsOf, missing }, tell) => {
  const { path, fault, claims } = file;
  if (fault !== null) {
    const rules = { escaped: QUOTES_ESCAPED, number: NUMBER_NO_JSON, broken: PIPELINE_FILE_BROKEN };
    tell({ rule: rules[fault.kind], file: path, line: fault.line, message: `The file ${fault.reason}.` });
  }
  for (const name of missing) {
    tell({ rule: DEPLOYED_FILE_GONE, file: path, message: `${JSON.stringify(name.slice(0, 200))} is not there.` });
  }
  for (const claim of claims) for (const found of claimFindings(path, claim, metricsOf)) tell(found);
  for (const found of bestFindings(path, claims)) tell(found);
};

function claimFindings(file: string, claim: ModelClaim, metricsOf: PipelineInput["metricsOf"]): Found[] {
  const { run, isDeployment, metrics } = claim;
  if (run === null) return [];
  const logged = metricsOf(run);
  if (logged === null) {
    const rule = isDeployment ? DEPLOYED_RUN_GONE : NAMED_RUN_ELSEWHERE;
    return [{ rule, file, message: `The run ${run} is in no store here.` }];
  }
  return metrics.flatMap(({ key, value }): Found[] => {
    const candidates = sameMetric(key, logged);
    if (candidates.length === 0 || candidates.some((metric) => agrees(metric, value))) return [];
    const told = candidates.slice(0, 3).map((metric) => `${metric.key} ${metric.last.value}`);
    const message = `${key} is ${value}, but the run ${run.slice(0, 8)} logged ${told.join(", ")}.`;
    return [{ rule: METRIC_DISAGREES, file, message }];
  });
}

/** The metric of this name, else those whose name ends with it: `rmse` may be what was logged as `val_rmse`. */
function sameMetric(key: string, logged: readonly MetricSummary[]): readonly MetricSummary[] {
  const exact = logged.filter((metric) => metric.key === key);
  if (exact.length > 0 || goalOf(key) === "unknown") return exact;
  const name = key.toLowerCase();
  return logged.filter((metric) => new RegExp(`[_\\-/. ]${escaped(name)}$`).test(metric.key.toLowerCase()));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Whether any of the metric's values is this one, as far as it is written out. */
function agrees({ last, min, max }: MetricSummary, value: number): boolean {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  const room = Math.max(0.51 * 10 ** -decimals, Math.abs(value) * 1e-9);
  return [last.value, min, max].some((logged) => Math.abs(logged - value) <= room);
}

function bestFindings(file: string, claims: readonly ModelClaim[]): Found[] {
  const rows = claims.filter(({ isBest }) => isBest !== null);
  const best = rows.filter(({ isBest }) => isBest);
  const [marked] = best;
  if (marked === undefined || best.length > 1 || rows.length < 2) return [];
  const judged = marked.metrics.filter(({ key }) => goalOf(key) !== "unknown");
  const isBeaten = judged.every(({ key, value }) =>
    rows.some(({ metrics }) => {
      const other = metrics.find((metric) => metric.key === key)?.value ?? value;
      return goalOf(key) === "min" ? other < value : other > value;
    }),
  );
  if (judged.length === 0 || !isBeaten) return [];
  const message = `${JSON.stringify(marked.model ?? "The row marked")} is marked best, and others are better by every metric.`;
  return [{ rule: BEST_IS_BEATEN, file, message }];
}
