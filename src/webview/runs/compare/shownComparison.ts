import { bestIndices } from "../../../core/model/best.ts";
import type { ComparedModel } from "../../../core/model/comparedParts.ts";
import type { Goal } from "../../../core/model/goal.ts";
import type { ComparedMetric, Comparison } from "../../../core/model/views.ts";
import type { CompareState } from "../../../protocol/compare.ts";
import { columnOrder } from "./columnOrder.ts";
import { type CompareGroup, compareGroups } from "./compareGroups.ts";
import { type MetricCell, metricCells } from "./metrics/metricCells.ts";
import { compareParts } from "./parts/compareParts.ts";

/** A comparison as a reader's choices show it. */
export interface ShownComparison {
  readonly comparison: Comparison;
  readonly state: CompareState;
  /** Index of the run that the others are measured against. */
  readonly baseline: number;
  /** Indices of the runs as they are shown. */
  readonly order: readonly number[];
  readonly groups: readonly CompareGroup[];
  /** One a run; calculated once it is seen. */
  cells(metric: ComparedMetric): readonly MetricCell[];
}

export function shownComparison(
  given: Comparison,
  models: readonly ComparedModel[],
  state: CompareState,
  baseline: number,
): ShownComparison {
  const comparison = withGoals(given, state.goals);
  // With a single run nothing can differ, and hiding everything would say nothing.
  const onlyDifferences = state.onlyDifferences && comparison.runs.length > 1;
  const known = new Map<ComparedMetric, readonly MetricCell[]>();
  return {
    comparison,
    state,
    baseline,
    order: columnOrder(comparison.runs.length, comparison.metrics, state.order, state.value),
    groups: compareGroups(compareParts(comparison, models, state.value), { onlyDifferences, filter: state.filter }),
    cells: (metric) => {
      const cells = known.get(metric) ?? metricCells(metric, { ...state, baseline });
      known.set(metric, cells);
      return cells;
    },
  };
}

function withGoals(comparison: Comparison, goals: CompareState["goals"]): Comparison {
  if (Object.keys(goals).length === 0) return comparison;
  const metrics = comparison.metrics.map((metric) => {
    const goal = Object.hasOwn(goals, metric.key) ? goals[metric.key] : undefined;
    return goal === undefined || goal === metric.goal ? metric : withGoal(metric, goal);
  });
  return { ...comparison, metrics };
}

function withGoal(metric: ComparedMetric, goal: Goal): ComparedMetric {
  const last = metric.values.map((value) => value?.last.value ?? null);
  return { ...metric, goal, best: bestIndices(last, goal) };
}
