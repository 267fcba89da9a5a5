import { differs as valuesDiffer } from "../../../core/compare/columns.ts";
import type { ComparedMetric, ComparedValue, Comparison } from "../../../core/model/views.ts";
import { matcher } from "../../ui/format/text.ts";
import { type ShownValue, shownValue } from "./metrics/metricCells.ts";
import { readableAttribute } from "./values/readable.ts";

export type GroupId = "metrics" | "params" | "tags" | "attributes";

export type CompareRow =
  | { readonly kind: "metric"; readonly group: GroupId; readonly metric: ComparedMetric; readonly differs: boolean }
  | { readonly kind: "value"; readonly group: GroupId; readonly value: ComparedValue; readonly differs: boolean };

/** One part of the comparison, as far as it is shown. */
export interface CompareGroup {
  readonly id: GroupId;
  readonly rows: readonly CompareRow[];
  /** Rows left out because all runs have the same. */
  readonly equal: number;
}

/** A heading or a row, as they follow one another. */
export type CompareLine = { readonly kind: "group"; readonly group: CompareGroup } | CompareRow;

export interface Shown {
  readonly onlyDifferences: boolean;
  readonly filter: string;
  readonly value: ShownValue;
}

/** The rows of each part that match the filter; parts that the runs have nothing of are left out. */
export function compareGroups(comparison: Comparison, shown: Shown): readonly CompareGroup[] {
  const matches = matcher(shown.filter);
  const group = (id: GroupId, all: readonly CompareRow[]): CompareGroup => {
    const found = shown.filter.trim() === "" ? all : all.filter((row) => matches(keyOf(row), ...textsOf(row)));
    const rows = shown.onlyDifferences ? found.filter(({ differs }) => differs) : found;
    return { id, rows, equal: found.length - rows.length };
  };
  const values = (id: GroupId, all: readonly ComparedValue[]): CompareGroup =>
    group(
      id,
      all.map((value): CompareRow => ({ kind: "value", group: id, value, differs: value.differs })),
    );
  return [
    group(
      "metrics",
      comparison.metrics.map((metric) => metricRow(metric, shown.value)),
    ),
    values("params", comparison.params),
    values("tags", comparison.tags),
    values("attributes", comparison.attributes.map(readableAttribute)),
  ].filter(({ rows, equal }) => rows.length + equal > 0);
}

function metricRow(metric: ComparedMetric, value: ShownValue): CompareRow {
  const isDifferent =
    value === "last" ? metric.differs : valuesDiffer(metric.values.map((one) => shownValue(one, value, metric.goal)));
  return { kind: "metric", group: "metrics", metric, differs: isDifferent };
}

function textsOf(row: CompareRow): readonly string[] {
  return row.kind === "metric" ? [] : row.value.values.filter((value) => value !== null);
}

export function keyOf(row: CompareRow): string {
  return row.kind === "metric" ? row.metric.key : row.value.key;
}

/** Headings with their rows below them, but for those that are folded. */
export function linesOf(groups: readonly CompareGroup[], folded: ReadonlySet<GroupId>): readonly CompareLine[] {
  return groups.flatMap((group): readonly CompareLine[] => {
    const heading: CompareLine = { kind: "group", group };
    return folded.has(group.id) ? [heading] : [heading, ...group.rows];
  });
}
