import type { RunRef } from "../../../../core/model/run.ts";
import type { Column, ColumnProfile } from "../../../../core/model/runsTable.ts";
import type { Lines } from "../lines/lines.ts";
import type { CategoryLooks } from "./categoryLooks.ts";

/** What cells are drawn from; the same for all of a table. */
export interface CellContext {
  readonly lines: Lines;
  readonly looks: CategoryLooks;
  readonly grouping: GroupingColumn;
  /** Number of a pinned run's look; null where it is not pinned. */
  pinLook(ref: RunRef): number | null;
  isBaseline(ref: RunRef): boolean;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What the values of group lines are of; null without groups or where they are days. */
export type GroupingColumn = Column | null;

export interface CellSetting {
  readonly context: CellContext;
  readonly column: Column;
  readonly id: string;
  readonly profile: ColumnProfile | undefined;
}
