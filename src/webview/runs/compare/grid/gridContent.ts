import type { ComponentChildren } from "preact";

export interface GridCell {
  /** Class names. */
  readonly look?: string;
  readonly content: ComponentChildren;
}

/** What a grid shows; rows and columns by their index. */
export interface GridContent {
  readonly rows: number;
  readonly columns: number;
  rowKey(row: number): string;
  columnKey(column: number): string;
  columnHead(column: number): GridCell;
  rowHead(row: number): GridCell;
  cell(row: number, column: number): GridCell;
  /** What a row says across all columns; null for a row of cells. */
  band(row: number): ComponentChildren | null;
}
