import type { ChartColors } from "../look/colors.ts";
import { fitted } from "../paint/fitted.ts";
import { type Box, FONT_SIZE, type Pen } from "../paint/pen.ts";
import { pixelOf, type Scale, type Track } from "../scale/scale.ts";
import type { Tick } from "../scale/steps.ts";
import { ticks } from "../scale/ticks.ts";

/** A chart of rows: a name at the left of each, something over one axis beside it. */
export interface RowLayout {
  readonly box: Box;
  readonly track: Track;
  readonly ticks: readonly Tick[];
  /** Pixels a row. */
  readonly rowHeight: number;
}

export const ROW_HEIGHT = 30;
const TOP = 6;
const BOTTOM = 24;
const GAP = 8;
const RIGHT = 16;
const MOST_NAME = 220;

export function heightOfRows(rows: number): number {
  return rows * ROW_HEIGHT + TOP + BOTTOM;
}

export function layoutRows(
  pen: Pen,
  area: Box,
  { names, scale, right = 0 }: { readonly names: readonly string[]; readonly scale: Scale; readonly right?: number },
): RowLayout {
  const widest = Math.max(40, ...names.map((name) => pen.measure(name.slice(0, 80))));
  const left = Math.min(widest, MOST_NAME, area.width / 3) + GAP;
  const width = Math.max(20, area.width - left - RIGHT - right);
  const rowHeight = Math.min(ROW_HEIGHT, (area.height - TOP - BOTTOM) / Math.max(1, names.length));
  const box = { left: area.left + left, top: area.top + TOP, width, height: rowHeight * names.length };
  return {
    box,
    track: { scale, start: box.left, end: box.left + width },
    ticks: ticks(scale, Math.max(2, Math.floor(width / 72))),
    rowHeight,
  };
}

/** The middle of a row's height. */
export function rowMiddle({ box, rowHeight }: RowLayout, row: number): number {
  return box.top + rowHeight * (row + 0.5);
}

export function rowAt({ box, rowHeight }: RowLayout, rows: number, y: number): number | null {
  const row = Math.floor((y - box.top) / rowHeight);
  return row >= 0 && row < rows ? row : null;
}

/** Names, grid and axis: everything but what is in the rows. */
export function paintRowAxes(
  pen: Pen,
  layout: RowLayout,
  { names, title, colors }: { readonly names: readonly string[]; readonly title: string; readonly colors: ChartColors },
): void {
  const { box, track } = layout;
  const bottom = box.top + box.height;
  const y = bottom + 8 + FONT_SIZE / 2;
  const shownTitle = fitted(pen, title, box.width / 2);
  const titleWidth = title === "" ? 0 : pen.measure(shownTitle) + 12;
  let taken = Number.NEGATIVE_INFINITY;
  for (const { value, label } of layout.ticks) {
    const x = Math.round(pixelOf(track, value)) + 0.5;
    pen.line([x, x], [box.top, bottom], { color: colors.dim, width: 1, alpha: 0.16 });
    const half = pen.measure(label) / 2;
    if (x - half < taken + 6 || x + half > box.left + box.width - titleWidth + 14) continue;
    pen.text(label, x, y, { color: colors.dim, align: "middle" });
    taken = x + half;
  }
  if (title !== "") pen.text(shownTitle, box.left + box.width, y, { color: colors.dim, align: "end" });
  const room = box.left - GAP;
  names.forEach((name, row) => {
    pen.text(fitted(pen, name, room), box.left - GAP, rowMiddle(layout, row), { color: colors.text, align: "end" });
  });
}

/** Behind the row that is pointed at. */
export function paintRowMark(pen: Pen, layout: RowLayout, row: number, colors: ChartColors): void {
  const top = layout.box.top + layout.rowHeight * row;
  pen.rect({ left: 0, top, width: pen.width, height: layout.rowHeight }, { color: colors.selection, alpha: 0.25 });
}
