/** A column as a grid lays it out and draws it. */
export interface GridColumn {
  readonly id: string;
  /** In CSS pixels. */
  readonly width: number;
  /** Wants to stay in sight at the left; such columns come before the others. */
  readonly pinned: boolean;
  /**
   * Makes an empty cell one of this column and returns what draws a row into it. Drawn by hand rather than by
   * components, because it happens for dozens of cells in each frame of scrolling.
   */
  bind(cell: HTMLElement): (row: number) => void;
}

/** What a grid shows; a new one whenever anything of it changed. */
export interface GridSource {
  /** Below the header. */
  readonly rows: number;
  readonly columns: readonly GridColumn[];
  /** Another value than before where rows are drawn by something else: what is selected, what time it is. */
  readonly look: unknown;
  /** Another value than before where this row's own contents changed. With the same look it is not drawn anew. */
  stampOf(row: number): unknown;
  /** Sets what a row as a whole says: its class and state. */
  drawRow(element: HTMLElement, row: number): void;
  /** A cell in full, for hovering and screen readers: exact values, several lines; empty where it says all itself. */
  words(place: GridPlace): string;
}

/** A cell; row -1 is the header. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}
