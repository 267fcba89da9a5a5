import type { Goal } from "../../../core/model/goal.ts";
import type { ComparedMetric } from "../../../core/model/views.ts";
import type { CompareOrder } from "../../../protocol/compare.ts";
import { inOrder } from "../../ui/table/sorting.ts";
import { type ShownValue, shownValue } from "./metrics/metricCells.ts";

/** Indices of the runs in the order asked for; runs without the metric, and NaN, come last. */
export function columnOrder(
  runs: number,
  metrics: readonly ComparedMetric[],
  order: CompareOrder | null,
  value: ShownValue,
): readonly number[] {
  const indices = Array.from({ length: runs }, (_, index) => index);
  const metric = metrics.find(({ key }) => key === order?.metric);
  if (order === null || metric === undefined) return indices;
  const of = (index: number) => shownValue(metric.values[index] ?? null, value, metric.goal);
  return indices.sort((a, b) => inOrder(of(a), of(b), order.descending));
}

/** What a click on a metric's name makes of the order: best first, the other way round, as pinned. */
export function nextOrder(order: CompareOrder | null, metric: string, goal: Goal): CompareOrder | null {
  const first = goal !== "min";
  if (order?.metric !== metric) return { metric, descending: first };
  return order.descending === first ? { metric, descending: !first } : null;
}
