import type { Picture } from "../frame/picture.ts";
import { fitted } from "../paint/fitted.ts";
import { paintParallel, paintParallelAxes } from "./paintParallel.ts";
import { type Brushes, brushed, type Parallel } from "./parallel.ts";
import { crossings, layoutParallel } from "./parallelLayout.ts";

const HEADS = 22;

/** The axes and lines as a picture, with the axes' names over them. */
export function parallelPicture(title: string, parallel: Parallel, brushes: Brushes): Omit<Picture, "legend"> {
  return {
    title,
    notes: [],
    paint: (pen, area, colors) => {
      const layout = layoutParallel(parallel, { ...area, top: area.top + HEADS, height: area.height - HEADS });
      const crossed = crossings(parallel, layout);
      const room = (layout.x[1] ?? area.width) - (layout.x[0] ?? 0) - 10;
      paintParallel(pen, parallel, { layout, crossed, chosen: brushed(parallel, brushes), colors });
      paintParallelAxes(pen, parallel, { layout, brushes, colors, room: Math.min(110, room - 14) });
      parallel.axes.forEach((axis, i) => {
        const style = { color: colors.text, align: "middle", bold: true } as const;
        pen.text(fitted(pen, axis.title, room), layout.x[i] ?? 0, area.top + HEADS / 2, style);
      });
    },
  };
}
