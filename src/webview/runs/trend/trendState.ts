import type { Column } from "../../../core/model/runsTable.ts";

/** What the tab Trend shows, as the page keeps it. */
export interface TrendState {
  /** Null for the metric that the runs are judged by. */
  readonly metric: string | null;
  readonly value: "last" | "best";
  /** Runs are told apart by this param or tag; null for none. */
  readonly group: Extract<Column, { kind: "param" | "tag" }> | null;
  /** Whether the charts across runs are shown below. */
  readonly across: boolean;
}

export const FIRST_TREND: TrendState = { metric: null, value: "last", group: null, across: false };

/** What was kept of it; what is missing or makes no sense is as at first. */
export function restoreTrend(kept: unknown): TrendState {
  const { metric, value, group, across } = (
    typeof kept === "object" && kept !== null ? kept : {}
  ) as Partial<TrendState>;
  const isGroup =
    typeof group?.key === "string" && ((group.kind as unknown) === "param" || (group.kind as unknown) === "tag");
  return {
    metric: typeof metric === "string" ? metric : null,
    value: value === "best" ? "best" : "last",
    group: isGroup ? { kind: group.kind, key: group.key } : null,
    across: across === true,
  };
}
