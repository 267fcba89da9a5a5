/** Two tables of artifacts, as they differ. */
export interface TableDiff {
  /** Those of the left one in their order, then those that only the right one has. */
  readonly columns: readonly DiffColumn[];
  /** The column that rows were matched by; null where they were matched by their place. */
  readonly key: string | null;
  /** Rows that differ, in the order of the left one, added ones last: 1,000 at most. */
  readonly rows: readonly DiffRow[];
  /** Rows that differ and are not listed. */
  readonly hidden: number;
  readonly same: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  /** Whether a table has more rows or columns than were compared: 50,000 and 200. */
  readonly isCut: boolean;
}

export interface DiffColumn {
  readonly name: string;
  readonly side: "both" | "left" | "right";
  /** Cells of matched rows that differ. */
  readonly changes: number;
}

export interface DiffRow {
  readonly kind: "changed" | "added" | "removed";
  /** Numbers of the row in both tables, from 0; null where it is not in one. */
  readonly left: number | null;
  readonly right: number | null;
  /** One a column. */
  readonly cells: readonly DiffCell[];
}

/** What both tables have in a place: up to 1,000 characters of it; null where one has nothing there. */
export interface DiffCell {
  readonly left: string | null;
  readonly right: string | null;
  readonly differs: boolean;
}

/** One of both is null. */
export interface TableComparison {
  readonly diff: TableDiff | null;
  /** Why these files are not compared as tables, as one sentence. */
  readonly reason: string | null;
}
