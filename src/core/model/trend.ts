/** A metric of many runs over time: "is it getting better?" */
import type { Goal } from "./goal.ts";
import type { RunRef } from "./run.ts";
import type { Column, MetricValue, TableQuery } from "./runsTable.ts";

export interface TrendRequest {
  readonly query: TableQuery;
  readonly metric: string;
  readonly value: MetricValue;
  /** Lines apart by the values of this column; null for one line. */
  readonly group: Column | null;
}

/** A metric of every run over its start, oldest first; equal lengths. Runs without start or metric are left out. */
export interface Trend {
  readonly metric: string;
  readonly goal: Goal;
  readonly refs: readonly RunRef[];
  readonly labels: readonly string[];
  /** Milliseconds since 1970. */
  readonly starts: Float64Array;
  readonly values: Float64Array;
  /** The best value so far; null where the goal is unknown. */
  readonly best: Float64Array | null;
  /** Index into `groups`. */
  readonly group: Uint32Array;
  readonly groups: readonly string[];
  /** Runs that match; more than `refs.length` where some were left out. */
  readonly runs: number;
}
