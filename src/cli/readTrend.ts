import { bestSoFar } from "../core/index/selection/trend.ts";
import type { Goal } from "../core/model/goal.ts";
import { GUESSING, type Judging, statedGoal, statedPrimary } from "../core/model/judging.ts";
import { milliseconds } from "../core/model/live.ts";
import type { MetricSummary } from "../core/model/metric.ts";
import type { Column } from "../core/model/runsTable.ts";
import { byText, textOf } from "../core/model/text.ts";
import { visibleText } from "../core/model/visibleText.ts";
import type { Options } from "./args.ts";
import type { FoundRun } from "./readRuns.ts";
import { UsageError } from "./usage.ts";

/** A metric of runs over their start, oldest first. */
export interface RunTrend {
  readonly metric: string;
  readonly goal: Goal;
  readonly points: readonly TrendRun[];
  /** Runs that have no start or no such metric. */
  readonly left: number;
}

export interface TrendRun {
  readonly run: FoundRun;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly value: number;
  /** The best value up to this run; NaN until there is one, and where the goal is not known. */
  readonly best: number;
  /** Whether it was the first to have it. */
  readonly isBest: boolean;
  /** What it is grouped by; empty where it has nothing, or where nothing was asked for. */
  readonly group: string;
}

/** Lines the runs up by their start. Throws UsageError where none has the metric asked for. */
export function trendOf(runs: readonly FoundRun[], options: Options): RunTrend {
  const judging = runs[0]?.store.judging ?? GUESSING;
  const metric = metricOf(runs, options, judging);
  const goal = options.goal ?? statedGoal(judging, metric);
  const found = runs.flatMap((run) => {
    const summary = run.metrics.find(({ key }) => key === metric);
    return summary && run.info.start !== null ? [{ run, start: milliseconds(run.info.start), summary }] : [];
  });
  found.sort((a, b) => a.start - b.start || byText(a.run.info.id, b.run.info.id));
  const values = Float64Array.from(found, ({ summary }) => chosenValue(summary, options.value, goal));
  const best = bestSoFar(values, goal);
  const points = found.map(({ run, start }, i) => ({
    run,
    start,
    value: values[i] ?? Number.NaN,
    best: best?.[i] ?? Number.NaN,
    isBest: best !== null && Number.isFinite(best[i]) && best[i] !== best[i - 1],
    group: options.groupBy === null ? "" : groupOf(run, options.groupBy),
  }));
  return { metric, goal, points, left: runs.length - points.length };
}

function metricOf(runs: readonly FoundRun[], { metric }: Options, judging: Judging): string {
  const uses = new Map<string, number>();
  for (const { metrics } of runs) for (const { key } of metrics) uses.set(key, (uses.get(key) ?? 0) + 1);
  if (metric !== null && uses.has(metric)) return metric;
  const names = [...new Set(runs.map(({ experiment }) => experiment.name))];
  const primary = statedPrimary(judging, names.length === 1 ? (names[0] ?? "") : "", usesOf(uses));
  if (metric === null && primary) return primary.key;
  if (runs.length === 0) throw new UsageError("There are no runs here to draw a trend of.");
  if (metric === null) throw new UsageError("None of the runs has a metric.");
  const known = [...uses.keys()].sort(byText).slice(0, 10).map(visibleText).join(", ");
  throw new UsageError(`None of the runs has a metric "${metric}"; they have ${known || "none at all"}.`);
}

function usesOf(uses: ReadonlyMap<string, number>) {
  return [...uses].map(([key, runs]) => ({ key, runs }));
}

function chosenValue({ last, min, max, first }: MetricSummary, value: Options["value"], goal: Goal): number {
  if (value === "best") return goal === "unknown" ? last.value : goal === "min" ? min : max;
  return { last: last.value, min, max, first }[value];
}

function groupOf({ params, tags, info, experiment }: FoundRun, column: Column): string {
  if (column.kind === "param") return textOf(params, column.key) ?? "";
  if (column.kind === "tag") return textOf(tags, column.key) ?? "";
  if (column.key === "status") return info.status.toLowerCase();
  return column.key === "user" ? info.user : experiment.name;
}
