import type { GridPlace } from "./gridSource.ts";

/** What a cursor moves within. */
export interface CursorBounds {
  readonly rows: number;
  readonly columns: number;
  /** Rows that Page Up and Page Down move by. */
  readonly page: number;
}

export interface CursorKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const HEAD = -1;

/** Where a key moves the cursor, by the ARIA pattern of grids; null for keys that move nothing. The header is row -1. */
export function moveCursor(at: GridPlace, pressed: CursorKey, bounds: CursorBounds): GridPlace | null {
  const to = target(at, pressed, bounds);
  if (to === null) return null;
  return { row: clamp(to.row, HEAD, bounds.rows - 1), column: clamp(to.column, 0, bounds.columns - 1) };
}

function target({ row, column }: GridPlace, pressed: CursorKey, bounds: CursorBounds): GridPlace | null {
  const far = pressed.ctrlKey || pressed.metaKey;
  const last = { row: bounds.rows - 1, column: bounds.columns - 1 };
  switch (pressed.key) {
    case "ArrowDown":
      return { row: far ? last.row : row + 1, column };
    case "ArrowUp":
      return { row: far && row > 0 ? 0 : row - 1, column };
    case "ArrowRight":
      return { row, column: far ? last.column : column + 1 };
    case "ArrowLeft":
      return { row, column: far ? 0 : column - 1 };
    case "Home":
      return { row: far ? 0 : row, column: 0 };
    case "End":
      return { row: far ? last.row : row, column: last.column };
    case "PageDown":
      return { row: Math.max(row, 0) + bounds.page, column };
    case "PageUp":
      return { row: Math.max(row - bounds.page, Math.min(row, 0)), column };
    default:
      return null;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
