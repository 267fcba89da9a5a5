import type { ModelClaim, PipelineFile } from "../../deploy/pipelineFile.ts";
import { agrees, sameMetric, writtenRoom } from "../../deploy/sameMetric.ts";
import { isBetter } from "../../model/best.ts";
import type { Goal } from "../../model/goal.ts";
import type { MetricSummary } from "../../model/metric.ts";
import type { RunRecord } from "../../model/run.ts";
import type { Found } from "../rule.ts";
import { pipelineRule } from "./pipelineRule.ts";

export const BEST_IS_BEATEN = pipelineRule({
  id: "MLR508",
  title: "Best of a table that is not its best",
  why: "The row marked best is best by none of the metrics beside it.",
  mend: "Mark the row that is best, or write the table again.",
  data: "error",
});

export const BEST_IS_OUTDONE = pipelineRule({
  id: "MLR510",
  title: "Best model that another run of its experiment outdoes",
  why: "The file says which model is best, and a finished run of the same experiment logged a better value of each of its metrics.",
  mend: "Name the better run, or say of which runs the model is the best, if it is meant to be so of some only.",
  data: "warning",
});

/** The best value of each metric whose goal is known, among the finished runs of an experiment. */
export type ExperimentBest = ReadonlyMap<string, { readonly run: string; readonly value: number }>;

/** With another run taken in. */
export function withRun(
  best: ExperimentBest,
  { info, metrics }: Pick<RunRecord, "info" | "metrics">,
  goal: (key: string) => Goal,
): ExperimentBest {
  if (info.lifecycle === "deleted" || info.status !== "FINISHED") return best;
  const better = metrics.filter(({ key, last }) => isBetter(last.value, best.get(key)?.value ?? Number.NaN, goal(key)));
  if (better.length === 0) return best;
  return new Map([...best, ...better.map(({ key, last }) => [key, { run: info.id, value: last.value }] as const)]);
}

interface BestInput {
  readonly file: PipelineFile;
  readonly metricsOf: (run: string) => readonly MetricSummary[] | null;
  readonly goal: (key: string) => Goal;
  readonly bestBeside: (run: string) => ExperimentBest | null;
}

export function bestFindings(input: BestInput): Found[] {
  const outdone = bestClaim(input.file);
  return [...beatenRow(input), ...(outdone === null ? [] : outdoneRun(outdone, input))];
}

/** The one run that a file calls best of all; a file named after its model too speaks of that model's best. */
export function bestClaim({ path, claims }: PipelineFile): ModelClaim | null {
  const [claim, ...others] = claims.filter(({ run }) => run !== null);
  if (claim === undefined || others.length > 0) return null;
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const isOfModel = claim.model !== null && name.includes(claim.model.toLowerCase());
  return claim.isBest === true || (/best|champion/.test(name) && !isOfModel) ? claim : null;
}

/** Another run is better by every metric that the file states and the run logged. */
function outdoneRun({ run, metrics }: ModelClaim, { file, metricsOf, goal, bestBeside }: BestInput): Found[] {
  const logged = run === null ? null : metricsOf(run);
  const best = run === null ? null : bestBeside(run);
  if (logged === null || best === null) return [];
  const judged = metrics.flatMap(({ key, value }) =>
    sameMetric(key, logged).flatMap((metric) => {
      const other = agrees(metric, value) ? best.get(metric.key) : undefined;
      return other === undefined ? [] : [{ key, value, metric: metric.key, other }];
    }),
  );
  const beaten = judged.filter(({ value, metric, other }) => isClearlyBetter(other.value, value, goal(metric)));
  const [first] = beaten;
  if (first === undefined || beaten.length < judged.length) return [];
  const { key, value, metric, other } = first;
  const message = `${key} is ${value}, but the run ${other.run.slice(0, 8)} of the same experiment logged ${metric} ${other.value}.`;
  return [{ rule: BEST_IS_OUTDONE, file: file.path, message }];
}

/** Better by more than what writing the value out may have taken from it. */
function isClearlyBetter(value: number, than: number, goal: Goal): boolean {
  return isBetter(value, than, goal) && Math.abs(value - than) > writtenRoom(than);
}

/** Of a table: the row marked best is beaten by every metric. */
function beatenRow({ file: { path, claims }, goal }: BestInput): Found[] {
  const rows = claims.filter(({ isBest }) => isBest !== null);
  const [marked, ...others] = rows.filter(({ isBest }) => isBest);
  if (marked === undefined || others.length > 0 || rows.length < 2) return [];
  const judged = marked.metrics.filter(({ key }) => goal(key) !== "unknown");
  const isBeaten = judged.every(({ key, value }) =>
    rows.some(({ metrics }) => {
      const other = metrics.find((metric) => metric.key === key)?.value ?? value;
      return goal(key) === "min" ? other < value : other > value;
    }),
  );
  if (judged.length === 0 || !isBeaten) return [];
  const message = `${JSON.stringify(marked.model ?? "The row marked")} is marked best, and others are better by every metric.`;
  return [{ rule: BEST_IS_BEATEN, file: path, message }];
}
