import type { Comparison } from "../../../core/model/views.ts";
import type { ColumnOrder } from "../../../protocol/runs.ts";
import { inOrder } from "../../ui/table/sorting.ts";

/** Indices of the runs from left to right; runs without the metric, and NaN, come last. */
export function columnOrder(comparison: Comparison, order: ColumnOrder | null): readonly number[] {
  const indices = comparison.runs.map((_, index) => index);
  const metric = comparison.metrics.find(({ key }) => key === order?.metric);
  if (order === null || metric === undefined) return indices;
  const value = (index: number) => metric.values[index]?.last.value ?? null;
  return indices.sort((a, b) => inOrder(value(a), value(b), order.descending));
}

/** What a click on a metric's name makes of the order: best first, the other way round, as pinned. */
export function nextOrder(
  order: ColumnOrder | null,
  metric: string,
  bestFirstIsDescending: boolean,
): ColumnOrder | null {
  if (order?.metric !== metric) return { metric, descending: bestFirstIsDescending };
  return order.descending === bestFirstIsDescending ? { metric, descending: !bestFirstIsDescending } : null;
}
