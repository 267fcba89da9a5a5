import type { Cell, Column } from "../../../../core/model/runsTable.ts";
import type { ShownStatus } from "../../../../core/model/views.ts";
import { conditionFor } from "../../../../core/query/condition.ts";
import { writtenKey } from "../../../../core/query/quotes.ts";

/** The condition that a column has this value, in the search language; null where it cannot say so. */
export function conditionOf(column: Column, value: Cell): string | null {
  if (value === null) return absence(column);
  if (column.kind === "attribute") return attributeCondition(column.key, value);
  if (column.kind === "metric") {
    const isComparable = typeof value === "number" && Number.isFinite(value) && column.value === "last";
    return isComparable ? conditionFor("metrics", column.key, value) : null;
  }
  return conditionFor(column.kind === "param" ? "params" : "tags", column.key, String(value));
}

/** Only params and tags can be asked for where they are missing. */
function absence({ kind, key }: Column): string | null {
  const name = writtenKey(key);
  return name === null || (kind !== "param" && kind !== "tag") ? null : `${kind}s.${name} IS NULL`;
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
  if (key === "status") {
    const status = STATUSES[value as ShownStatus];
    return status === undefined ? null : conditionFor("attributes", "status", status);
  }
  if (key === "user") return conditionFor("attributes", "user_id", String(value));
  return key === "id" ? conditionFor("attributes", "run_id", String(value)) : null;
}
