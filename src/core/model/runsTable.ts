/** The Runs table: its columns, what is asked of it and what it answers, always by ranges. */
import type { Goal } from "./goal.ts";
import type { RunRef } from "./run.ts";
import type { RunRow } from "./views.ts";

/** Which of a metric's values a column shows; `best` follows the goal and is `last` where the goal is unknown. */
export type MetricValue = "last" | "best" | "min" | "max" | "first" | "count";

/** What a run says of itself beside metrics, params and tags. `duration` in milliseconds, `start` and `end` since 1970. */
export type RunAttribute =
  | "label"
  | "id"
  | "status"
  | "start"
  | "end"
  | "duration"
  | "user"
  | "experiment"
  | "parent"
  | "problems";

export type Column =
  | { readonly kind: "attribute"; readonly key: RunAttribute }
  | { readonly kind: "metric"; readonly key: string; readonly value: MetricValue }
  | { readonly kind: "param"; readonly key: string }
  | { readonly kind: "tag"; readonly key: string };

/** What a run's files hold by keys. */
export type KeyKind = Exclude<Column["kind"], "attribute">;

/** The same text for the same column: `attributes.start`, `params.lr`, `metrics.rmse`, `metrics:best.rmse`. */
export function columnId(column: Column): string {
  if (column.kind !== "metric" || column.value === "last") return `${column.kind}s.${column.key}`;
  return `metrics:${column.value}.${column.key}`;
}

export interface ColumnOrder {
  readonly column: Column;
  readonly descending: boolean;
}

/** Which runs the table shows, and in which order; ties by start, newest first, then id. */
export interface TableQuery {
  readonly store: string;
  /** Experiment folders; null for all of the store. */
  readonly experiments: readonly string[] | null;
  /** As in the filter box: an expression of the search language, or words. */
  readonly filter: string;
  /** Whether only runs are meant of which something could not be read as it stands. */
  readonly onlyProblems?: boolean;
  readonly lifecycle: "active" | "deleted" | "all";
  readonly order: readonly ColumnOrder[];
}

/** By the values of a column, by the local day of the start, or by the run that is the parent. */
export type TableGrouping = { readonly by: "day" } | { readonly by: Column };

export interface TableRequest extends TableQuery {
  readonly grouping: TableGrouping | null;
  /** Keys of the groups that are open. */
  readonly open: readonly string[];
  /** The columns whose cells are wanted, in their order. */
  readonly columns: readonly Column[];
  /** `[offset, offset + limit)` of the lines. */
  readonly offset: number;
  readonly limit: number;
}

/** Numbers for metrics, times and durations; null where there is none (NaN is a value). */
export type Cell = string | number | null;

/** Of the numbers of a group; NaN and missing are left out. `std` is the sample's (n - 1), null for fewer than two. */
export interface CellStats {
  readonly count: number;
  readonly mean: number | null;
  readonly std: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

export interface RunLine {
  readonly kind: "run";
  readonly row: RunRow;
  /** One a column asked for. */
  readonly cells: readonly Cell[];
}

export interface GroupLine {
  readonly kind: "group";
  readonly key: string;
  /** The value that its runs share; null where they have none. */
  readonly value: Cell;
  readonly runs: number;
  readonly open: boolean;
  /** One a column asked for: statistics of numbers, the text that all share, or null. */
  readonly cells: readonly (CellStats | string | null)[];
}

export type TableLine = RunLine | GroupLine;

export interface TablePage {
  /** Lines in all: runs, or groups and the runs of those that are open. */
  readonly total: number;
  /** Runs that match. */
  readonly runs: number;
  /** Runs of the experiments before the filter. */
  readonly all: number;
  readonly offset: number;
  readonly lines: readonly TableLine[];
}

export type ColumnType = "number" | "text" | "time" | "duration" | "status";

/** A column in short, over the runs that match. */
export interface ColumnProfile {
  /** Metrics by their last value. */
  readonly column: Column;
  readonly type: ColumnType;
  readonly goal: Goal;
  readonly present: number;
  readonly missing: number;
  /** Different values; counted up to 1,000. */
  readonly distinct: number;
  /** Whether all runs have the same value: none misses it, none differs. */
  readonly constant: boolean;
  /** Of the finite numbers; null where there are none. Params count as numbers where all of them are. */
  readonly range: readonly [min: number, max: number] | null;
  /** Counts of the finite numbers in 16 equal parts of the range; empty without a range. */
  readonly histogram: readonly number[];
  /** The most frequent values, at most five; empty for numbers with a range. */
  readonly top: readonly { readonly value: string; readonly count: number }[];
}

/** What a person chose for one experiment's table. Columns that no run has any more stay in it. */
export interface TableView {
  /** Shown columns from left to right; null for the default choice. */
  readonly columns: readonly Column[] | null;
  /** Ids of columns that stay in sight at the left. */
  readonly pinned: readonly string[];
  /** Widths in CSS pixels by column id; others have their natural width. */
  readonly widths: Readonly<Record<string, number>>;
  readonly hideConstant: boolean;
  readonly order: readonly ColumnOrder[];
  readonly grouping: TableGrouping | null;
  readonly filter: string;
  /** As in TableQuery. */
  readonly onlyProblems?: boolean;
  readonly lifecycle: TableQuery["lifecycle"];
}

/** Columns under a name, from `.mlflow-runs.json`. */
export interface ColumnSet {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** A filter under a name, from `.mlflow-runs.json` or ours. */
export interface SavedFilter {
  readonly name: string;
  readonly filter: string;
}

export type TableFormat = "csv" | "json" | "markdown";

/** Which runs a command means: those given, or all that match. */
export type TableRuns = { readonly refs: readonly RunRef[] } | { readonly query: TableQuery };
