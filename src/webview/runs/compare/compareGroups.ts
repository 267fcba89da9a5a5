import type { ComparedMetric, ComparedValue, Comparison } from "../../../core/model/views.ts";
import { matcher } from "../../ui/format/text.ts";
import { duration, moment } from "../../ui/format/time.ts";

export type GroupId = "metrics" | "params" | "tags" | "attributes";

export type CompareRow =
  | { readonly kind: "metric"; readonly metric: ComparedMetric }
  | { readonly kind: "value"; readonly value: ComparedValue };

/** One part of the comparison, as far as it is shown. */
export interface CompareGroup {
  readonly id: GroupId;
  readonly rows: readonly CompareRow[];
  /** Rows left out because all runs have the same. */
  readonly equal: number;
}

export interface Shown {
  readonly onlyDifferences: boolean;
  readonly filter: string;
}

/** The rows of each part that match the filter; parts that the runs have nothing of are left out. */
export function compareGroups(comparison: Comparison, { onlyDifferences, filter }: Shown): readonly CompareGroup[] {
  const matches = matcher(filter);
  const group = <Row extends ComparedMetric | ComparedValue>(
    id: GroupId,
    all: readonly Row[],
    toRow: (row: Row) => CompareRow,
  ) => {
    const found = all.filter((row) =>
      matches(row.key, ...row.values.map((value) => (typeof value === "string" ? value : ""))),
    );
    const shown = onlyDifferences ? found.filter(({ differs }) => differs) : found;
    return { id, rows: shown.map(toRow), equal: found.length - shown.length };
  };
  const value = (row: ComparedValue): CompareRow => ({ kind: "value", value: row });
  return [
    group("metrics", comparison.metrics, (metric): CompareRow => ({ kind: "metric", metric })),
    group("params", comparison.params, value),
    group("tags", comparison.tags, value),
    group("attributes", comparison.attributes.map(readable), value),
  ].filter(({ rows, equal }) => rows.length + equal > 0);
}

/** Times come as milliseconds, which nobody reads. */
const READABLE: Readonly<Record<string, (ms: number) => string>> = { start: moment, duration };

function readable(row: ComparedValue): ComparedValue {
  const format = READABLE[row.key];
  if (!format) return row;
  return { ...row, values: row.values.map((value) => (value === null ? null : format(Number(value)))) };
}

export function keyOf(row: CompareRow): string {
  return row.kind === "metric" ? row.metric.key : row.value.key;
}

export function differs(row: CompareRow): boolean {
  return row.kind === "metric" ? row.metric.differs : row.value.differs;
}
