import { type Delta, deltaOf, isClose } from "../../../../core/compare/delta.ts";
import { bestIndices, isBetter } from "../../../../core/model/best.ts";
import type { Goal } from "../../../../core/model/goal.ts";
import type { MetricSummary } from "../../../../core/model/metric.ts";
import type { MetricValue } from "../../../../core/model/runsTable.ts";
import type { ComparedMetric } from "../../../../core/model/views.ts";

/** Which of a metric's values are compared. */
export const SHOWN_VALUES = ["last", "best", "min", "max"] as const satisfies readonly MetricValue[];

export type ShownValue = (typeof SHOWN_VALUES)[number];

/** How a value stands to the baseline's: `same` within the tolerance, `none` where there is nothing to measure. */
export type Standing = "baseline" | "better" | "worse" | "higher" | "lower" | "same" | "none";

export interface MetricCell {
  readonly value: number | null;
  readonly delta: Delta | null;
  readonly standing: Standing;
  /** -1 to 1: the difference as a part of the row's greatest, at the left where it is lower. */
  readonly bar: number;
  readonly isBest: boolean;
}

export interface MetricSettings {
  /** Index of the run that the others are measured against. */
  readonly baseline: number;
  readonly value: ShownValue;
  /** Differences up to this share of the greater magnitude are none. */
  readonly tolerance: number;
}

/** Of a run's metric the value that is compared; `best` is the last where the goal is unknown. */
export function shownValue(summary: MetricSummary | null, value: ShownValue, goal: Goal): number | null {
  if (summary === null) return null;
  const which = value === "best" && goal !== "unknown" ? goal : value;
  if (which === "min" || which === "max") return summary[which];
  return summary.last.value;
}

/** One cell a run. */
export function metricCells(metric: ComparedMetric, settings: MetricSettings): readonly MetricCell[] {
  const { goal } = metric;
  const values = metric.values.map((summary) => shownValue(summary, settings.value, goal));
  const base = values[settings.baseline] ?? null;
  const deltas = values.map((value) => deltaOf(value, base));
  const scale = scaleOf(deltas);
  const best = new Set(bestIndices(values, goal));
  return values.map((value, run) => {
    const delta = deltas[run] ?? null;
    const standing = run === settings.baseline ? "baseline" : standingOf(value, base, goal, settings.tolerance);
    return { value, delta, standing, bar: barOf(delta, scale), isBest: best.has(run) };
  });
}

function standingOf(value: number | null, base: number | null, goal: Goal, relative: number): Standing {
  if (value === null || base === null || !Number.isFinite(value) || !Number.isFinite(base)) return "none";
  if (isClose(value, base, { relative, absolute: 0 })) return "same";
  if (goal !== "unknown") return isBetter(value, base, goal) ? "better" : "worse";
  return value > base ? "higher" : "lower";
}

/** A bar is whole at a difference of 5 % or the row's greatest, so that a tiny one looks tiny. */
const WHOLE = 0.05;

interface Scale {
  readonly by: "relative" | "absolute";
  readonly whole: number;
}

/** By shares where every difference has one, else by the differences themselves. */
function scaleOf(deltas: readonly (Delta | null)[]): Scale {
  const known = deltas.filter((delta) => delta !== null);
  const greatest = (sizes: readonly number[]): number =>
    sizes.reduce((most, size) => Math.max(most, Math.abs(size)), 0);
  const shares = known.flatMap(({ relative }) => (relative === null ? [] : [relative]));
  if (shares.length === known.length) return { by: "relative", whole: Math.max(WHOLE, greatest(shares)) };
  return { by: "absolute", whole: greatest(known.map(({ absolute }) => absolute)) };
}

function barOf(delta: Delta | null, { by, whole }: Scale): number {
  const size = delta?.[by] ?? 0;
  if (size === 0 || whole === 0) return 0;
  return Number.isFinite(whole) ? size / whole : Math.sign(size);
}
