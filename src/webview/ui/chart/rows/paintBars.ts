import type { ChartColors } from "../look/colors.ts";
import type { Pen } from "../paint/pen.ts";
import { pixelOf } from "../scale/scale.ts";
import { type RowLayout, rowMiddle } from "./rowLayout.ts";

export interface BarRow {
  readonly value: number;
  /** Written at the right of the plot. */
  readonly text: string;
}

/** Bars from nothing to each value, downwards ones hatched by their outline alone, with their numbers beside. */
export function paintBars(pen: Pen, layout: RowLayout, rows: readonly BarRow[], colors: ChartColors): void {
  const { box, track } = layout;
  const zero = pixelOf(track, 0);
  pen.line([zero, zero], [box.top, box.top + box.height], { color: colors.text, width: 1, alpha: 0.7 });
  rows.forEach(({ value, text }, row) => {
    const y = rowMiddle(layout, row);
    const end = pixelOf(track, value);
    const half = Math.min(8, layout.rowHeight * 0.3);
    const bar = {
      left: Math.min(zero, end),
      top: y - half,
      width: Math.max(1, Math.abs(end - zero)),
      height: 2 * half,
    };
    const color = colors.line(value < 0 ? 1 : 0);
    pen.rect(bar, { color, alpha: value < 0 ? 0.35 : 0.75 });
    pen.frame(bar, { color, width: 1 });
    pen.text(text, box.left + box.width + 10, y, { color: colors.text });
  });
}
