import type { ChartColors } from "../look/colors.ts";
import type { Layout } from "../paint/layout.ts";
import type { Pen } from "../paint/pen.ts";
import { pixelOf } from "../scale/scale.ts";
import { cursorValues } from "./cursorValues.ts";
import type { Line } from "./line.ts";
import { colorOf } from "./paintLines.ts";

interface Cursor {
  readonly cursor: number | null;
  /** Pixels from and to, while the mouse drags. */
  readonly selection: readonly [number, number] | null;
  readonly colors: ChartColors;
}

/** The cursor's line with a dot on each line's point, and what is being selected. */
export function paintCursor(pen: Pen, layout: Layout, lines: readonly Line[], state: Cursor): void {
  const { box } = layout;
  const { cursor, selection, colors } = state;
  if (selection !== null) {
    const [from, to] = [Math.min(...selection), Math.max(...selection)];
    pen.rect({ ...box, left: from, width: to - from }, { color: colors.selection, alpha: 0.4 });
    for (const x of [from, to]) pen.line([x, x], [box.top, box.top + box.height], { color: colors.focus, width: 1 });
  }
  if (cursor === null) return;
  const x = pixelOf(layout.x, cursor);
  if (!(x >= box.left - 1 && x <= box.left + box.width + 1)) return;
  pen.line([x, x], [box.top, box.top + box.height], { color: colors.dim, width: 1, alpha: 0.8 });
  pen.clip(box, () => {
    for (const { line, x: place, value } of cursorValues(lines, cursor, {
      near: nearIn(layout, cursor),
      ascending: false,
    })) {
      const at = [[pixelOf(layout.x, place)], [pixelOf(layout.y, value)]] as const;
      pen.markers(...at, { shape: "circle", size: 9, color: colors.background });
      pen.markers(...at, { shape: "circle", size: 6.5, color: colorOf(line, colors) });
    }
  });
}

/** How far from its nearest point a line still has a value, in pixels. */
const REACH = 12;

/** Whether a place is drawn close to another. */
export function nearIn({ x }: Layout, at: number): (place: number) => boolean {
  return (place) => Math.abs(pixelOf(x, place) - pixelOf(x, at)) <= REACH;
}
