import type { Picture } from "../frame/picture.ts";
import { paintAxes } from "../paint/axes.ts";
import { layoutPlot } from "../paint/layout.ts";
import type { Range } from "../scale/extent.ts";
import type { Line } from "./line.ts";
import { lineScales } from "./lineScales.ts";
import type { LineModel } from "./model.ts";
import { colorOf, dashOf, paintLines } from "./paintLines.ts";

/** The lines that are seen, as a picture. */
export function linePicture(
  model: LineModel,
  {
    lines,
    zoom,
    notes,
  }: { readonly lines: readonly Line[]; readonly zoom: Range | null; readonly notes: readonly string[] },
): Picture {
  return {
    title: model.title,
    notes,
    legend: (colors) =>
      lines.length < 2
        ? []
        : lines.map((line) => ({ label: line.label, color: colorOf(line, colors), dash: dashOf(line) })),
    paint: (pen, area, colors) => {
      const axes = lineScales(lines, { xKind: model.x.kind, yKind: model.yKind, zoom, bounds: model.bounds });
      if (axes === null) return;
      const titles = { x: model.x.title, y: "" };
      const layout = layoutPlot(pen, area, {
        x: { scale: axes.x, title: titles.x },
        y: { scale: axes.y, title: titles.y },
      });
      paintAxes(pen, layout, titles, colors);
      paintLines(pen, layout, lines, { colors, highlighted: null });
    },
  };
}
