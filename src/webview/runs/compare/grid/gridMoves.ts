/** A cell of a grid; -1 is the row of column heads, and the column of row heads. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

/** Where a key leads from a cell; null for keys that lead nowhere. As in the grid pattern of WAI-ARIA. */
export function gridMove(from: GridPlace, key: string, ctrl: boolean, size: GridSize): GridPlace | null {
  const to = target(from, key, ctrl, size);
  if (to === null) return null;
  return { row: within(to.row, size.rows), column: within(to.column, size.columns) };
}

function target({ row, column }: GridPlace, key: string, ctrl: boolean, size: GridSize): GridPlace | null {
  switch (key) {
    case "ArrowRight":
      return { row, column: column + 1 };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowUp":
      return { row: row - 1, column };
    case "PageDown":
      return { row: row + size.page, column };
    case "PageUp":
      return { row: row - size.page, column };
    case "Home":
      return { row: ctrl ? 0 : row, column: -1 };
    case "End":
      return { row: ctrl ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return null;
  }
}

function within(index: number, count: number): number {
  return Math.min(Math.max(index, -1), count - 1);
}
