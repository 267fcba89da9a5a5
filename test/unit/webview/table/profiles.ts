import type { Column, ColumnProfile, MetricValue } from "../../../../src/core/model/runsTable.ts";

export const attribute = (key: Extract<Column, { kind: "attribute" }>["key"]): Column => ({ kind: "attribute", key });
export const metric = (key: string, value: MetricValue = "last"): Column => ({ kind: "metric", key, value });
export const param = (key: string): Column => ({ kind: "param", key });
export const tag = (key: string): Column => ({ kind: "tag", key });

/** A column that ten runs have, with different values. */
export function profile(column: Column, changes: Partial<ColumnProfile> = {}): ColumnProfile {
  return {
    column,
    type: column.kind === "metric" ? "number" : "text",
    goal: "unknown",
    present: 10,
    missing: 0,
    distinct: 4,
    constant: false,
    range: column.kind === "metric" ? [0, 1] : null,
    histogram: [],
    top: [],
    ...changes,
  };
}

export const constant = (column: Column): ColumnProfile => profile(column, { constant: true, distinct: 1 });
