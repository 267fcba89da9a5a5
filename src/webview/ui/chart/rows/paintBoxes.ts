import type { GroupStats } from "../../../../core/compare/groups.ts";
import type { ChartColors } from "../look/colors.ts";
import type { Pen } from "../paint/pen.ts";
import { pixelOf } from "../scale/scale.ts";
import { type RowLayout, rowMiddle } from "./rowLayout.ts";

/** A group with the values that are drawn one by one. */
export interface BoxRow {
  readonly stats: GroupStats["stats"];
  readonly values: readonly number[];
}

/** Points of a group are drawn up to so many; a box alone says the rest. */
const MOST_POINTS = 200;

/** Boxes from quartile to quartile with their middle, whiskers, the mean as a diamond, and the values themselves. */
export function paintBoxes(pen: Pen, layout: RowLayout, rows: readonly BoxRow[], colors: ChartColors): void {
  rows.forEach(({ stats, values }, row) => {
    const y = rowMiddle(layout, row);
    const half = Math.min(9, layout.rowHeight * 0.32);
    const at = (value: number): number => pixelOf(layout.track, value);
    const color = colors.line(0);
    const points = values.length <= MOST_POINTS ? values : stats.outliers.slice(0, MOST_POINTS);
    pen.markers(
      points.map(at),
      points.map((_, i) => y + spread(i) * half),
      { shape: "circle", size: 5, color, alpha: 0.5 },
    );
    if (stats.quartiles === null || stats.whiskers === null || stats.count < 3) return;
    const [first, median, third] = stats.quartiles;
    const [low, high] = stats.whiskers;
    const line = { color: colors.text, width: 1.2 };
    pen.line([at(low), at(first)], [y, y], line);
    pen.line([at(third), at(high)], [y, y], line);
    for (const end of [low, high]) pen.line([at(end), at(end)], [y - half / 2, y + half / 2], line);
    const box = { left: at(first), top: y - half, width: Math.max(1, at(third) - at(first)), height: 2 * half };
    pen.rect(box, { color, alpha: 0.22 });
    pen.frame(box, line);
    pen.line([at(median), at(median)], [y - half, y + half], { color: colors.text, width: 2.4 });
    if (stats.mean !== null) pen.markers([at(stats.mean)], [y], { shape: "diamond", size: 7, color: colors.text });
  });
}

/** Spreads points over the height of their row, the same at each drawing: the golden ratio's multiples lie evenly. */
function spread(index: number): number {
  return (((index + 1) * 0.618_033_988_75) % 1) * 1.6 - 0.8;
}
