import { FIRST_STATE } from "../../../protocol/compareState.ts";
import type { CompareState } from "../../../protocol/runs.ts";
import { SHOWN_VALUES } from "./metrics/metricCells.ts";

/** What was kept, as far as it is what this page keeps: an older page may have kept something else. */
export function restoreCompare(kept: unknown): CompareState {
  const given = (typeof kept === "object" && kept !== null ? kept : {}) as Partial<Record<keyof CompareState, unknown>>;
  const { onlyDifferences, filter, order, runsAsRows, value, tolerance, goals } = given;
  return {
    onlyDifferences: typeof onlyDifferences === "boolean" ? onlyDifferences : FIRST_STATE.onlyDifferences,
    filter: typeof filter === "string" ? filter : FIRST_STATE.filter,
    order: orderOf(order),
    runsAsRows: typeof runsAsRows === "boolean" ? runsAsRows : FIRST_STATE.runsAsRows,
    value: SHOWN_VALUES.find((one) => one === value) ?? FIRST_STATE.value,
    tolerance: typeof tolerance === "number" && tolerance >= 0 && tolerance <= 1 ? tolerance : FIRST_STATE.tolerance,
    goals: goalsOf(goals),
  };
}

function orderOf(kept: unknown): CompareState["order"] {
  if (typeof kept !== "object" || kept === null) return null;
  const { metric, descending } = kept as Record<string, unknown>;
  return typeof metric === "string" ? { metric, descending: descending === true } : null;
}

function goalsOf(kept: unknown): CompareState["goals"] {
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, "min" | "max"] => entry[1] === "min" || entry[1] === "max"),
  );
}
