import type { Column } from "../../../../core/model/runsTable.ts";

/** Whether runs that have the same value of a column make groups worth looking at. */
export function isGroupable(column: Column): boolean {
  if (column.kind === "attribute") return ["status", "user", "experiment", "parent"].includes(column.key);
  return column.kind !== "metric";
}
