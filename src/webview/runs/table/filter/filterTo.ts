import type { Cell, Column } from "../../../../core/model/runsTable.ts";
import type { ShownStatus } from "../../../../core/model/views.ts";
import { readFilterText } from "../../../../core/query/filterBox.ts";

/** The condition that a column has this value, in the search language; null where it cannot say so. */
export function conditionOf(column: Column, value: Cell): string | null {
  if (value === null) return null;
  if (column.kind === "attribute") return attributeCondition(column.key, value);
  if (column.kind === "metric") {
    const isComparable = typeof value === "number" && Number.isFinite(value) && column.value === "last";
    return isComparable ? equal(named("metrics", column.key), String(value)) : null;
  }
  const name = named(column.kind === "param" ? "params" : "tags", column.key);
  return equal(name, quoted(String(value)));
}

/** What MLflow calls a status that we show otherwise. */
const STATUSES: Readonly<Partial<Record<ShownStatus, string>>> = {
  live: "RUNNING",
  unfinished: "RUNNING",
  scheduled: "SCHEDULED",
  finished: "FINISHED",
  failed: "FAILED",
  killed: "KILLED",
};

function attributeCondition(key: string, value: string | number): string | null {
  if (key === "status") return equal("attributes.status", quoted(STATUSES[value as ShownStatus] ?? null));
  if (key === "user") return equal("attributes.user_id", quoted(String(value)));
  return key === "id" ? equal("attributes.run_id", quoted(String(value))) : null;
}

function equal(name: string | null, value: string | null): string | null {
  return name === null || value === null ? null : `${name} = ${value}`;
}

/** The language has no escapes: a text with both quotes cannot be written. */
function quoted(text: string | null): string | null {
  if (text === null) return null;
  if (!text.includes("'")) return `'${text}'`;
  return text.includes('"') ? null : `"${text}"`;
}

function named(entity: string, key: string): string | null {
  if (/^\w+$/.test(key)) return `${entity}.${key}`;
  return key.includes("`") ? null : `${entity}.\`${key}\``;
}

/** A filter with one more condition. Words cannot stand beside a condition, so they give way to it. */
export function narrowed(filter: string, condition: string): string {
  return readFilterText(filter).kind === "expression" ? `${filter.trim()} AND ${condition}` : condition;
}
