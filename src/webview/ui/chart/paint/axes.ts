import type { ChartColors } from "../look/colors.ts";
import { pixelOf } from "../scale/scale.ts";
import { fitted } from "./fitted.ts";
import type { Layout } from "./layout.ts";
import { FONT_SIZE, type Pen, type Stroke } from "./pen.ts";

const GRID_ALPHA = 0.16;
const AXIS_ALPHA = 0.45;
const GAP = 6;

/** Grid, labels and titles: all of a plot but its data. */
export function paintAxes(
  pen: Pen,
  layout: Layout,
  titles: { readonly x: string; readonly y: string },
  colors: ChartColors,
): void {
  const { box } = layout;
  const grid: Stroke = { color: colors.dim, width: 1, alpha: GRID_ALPHA };
  for (const { value } of layout.yTicks) {
    const y = crisp(pixelOf(layout.y, value));
    pen.line([box.left, box.left + box.width], [y, y], grid);
  }
  for (const { value } of layout.xTicks) {
    const x = crisp(pixelOf(layout.x, value));
    pen.line([x, x], [box.top, box.top + box.height], grid);
  }
  const bottom = crisp(box.top + box.height);
  pen.line([box.left, box.left + box.width], [bottom, bottom], { ...grid, alpha: AXIS_ALPHA });
  paintYLabels(pen, layout, titles.y, colors);
  paintXLabels(pen, layout, titles.x, colors);
}

function paintYLabels(pen: Pen, layout: Layout, title: string, colors: ChartColors): void {
  const { box } = layout;
  for (const { value, label } of layout.yTicks) {
    pen.text(label, box.left - GAP, pixelOf(layout.y, value), { color: colors.dim, align: "end" });
  }
  if (title !== "") pen.text(fitted(pen, title, box.width), box.left, box.top - GAP - 5, { color: colors.dim });
}

/** The title stands at the end of the labels, instead of those it would cover; so do labels that would touch. */
function paintXLabels(pen: Pen, layout: Layout, title: string, colors: ChartColors): void {
  const { box } = layout;
  const y = box.top + box.height + GAP + FONT_SIZE / 2;
  const right = box.left + box.width;
  const shown = fitted(pen, title, box.width / 2);
  const titleWidth = title === "" ? 0 : pen.measure(shown) + 2 * GAP;
  if (title !== "") pen.text(shown, right, y, { color: colors.dim, align: "end" });
  let taken = Number.NEGATIVE_INFINITY;
  for (const { value, label } of layout.xTicks) {
    const half = pen.measure(label) / 2;
    const x = Math.max(box.left - GAP + half, pixelOf(layout.x, value));
    const covers = x - half < taken + GAP || x + half > right - titleWidth + (title === "" ? 12 : 0);
    if (covers) continue;
    pen.text(label, x, y, { color: colors.dim, align: "middle" });
    taken = x + half;
  }
}

/** The middle of a pixel, so that a line of one pixel is not smeared over two. */
function crisp(pixel: number): number {
  return Math.round(pixel) + 0.5;
}
