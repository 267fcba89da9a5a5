import { visibleText } from "../core/model/visibleText.ts";
import { columnsOf, cutTo } from "./columns.ts";
import type { Mark, Style } from "./style.ts";
import { columnsThatFit, GAP } from "./tableWidths.ts";

export interface Cell {
  readonly text: string;
  readonly mark?: Mark;
}

export interface Column {
  readonly title: string;
  readonly cells: readonly Cell[];
  /** Numbers stand flush right. */
  readonly right?: boolean;
  /** Never left out nor cut for want of room. */
  readonly fixed?: boolean;
}

/** Lines of an aligned table; columns that do not fit are left out, last first, and `left` says how many. */
export function layOut(
  columns: readonly Column[],
  width: number | null,
  style: Style,
): { lines: string[]; left: number } {
  const shown = columns.map((column) => ({
    ...column,
    cells: column.cells.map(visible),
    title: visibleText(column.title),
  }));
  const widths = shown.map(widthOf);
  const kept = width === null ? shown.map((_, i) => i) : columnsThatFit(shown, widths, width);
  const line = (text: (column: Column) => Cell): string =>
    kept
      .map((i, k) => pad(shown[i], text, widths[i] ?? 0, k === kept.length - 1))
      .join(GAP)
      .trimEnd();
  const rows = shown[0]?.cells.length ?? 0;
  const lines = [line((column) => ({ text: column.title, mark: style.bold }))];
  for (let row = 0; row < rows; row++) lines.push(line((column) => column.cells[row] ?? { text: "" }));
  return { lines, left: shown.length - kept.length };
}

function visible(cell: Cell): Cell {
  return { ...cell, text: visibleText(cell.text) };
}

function widthOf(column: Column): number {
  return column.cells.reduce((widest, cell) => Math.max(widest, columnsOf(cell.text)), columnsOf(column.title));
}

function pad(column: Column | undefined, text: (column: Column) => Cell, width: number, isLast: boolean): string {
  if (!column) return "";
  const cell = text(column);
  const cut = cutTo(cell.text, width);
  const space = " ".repeat(Math.max(0, width - columnsOf(cut)));
  const marked = cell.mark ? cell.mark(cut) : cut;
  if (column.right) return space + marked;
  return isLast ? marked : marked + space;
}
