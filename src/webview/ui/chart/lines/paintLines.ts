import { lineLook } from "../lineLook.ts";
import type { ChartColors } from "../look/colors.ts";
import type { Layout } from "../paint/layout.ts";
import type { Pen, Stroke } from "../paint/pen.ts";
import { pixelsOf } from "../scale/scale.ts";
import type { Line } from "./line.ts";
import { lonePoints } from "./lonePoints.ts";
import { paintOddValues } from "./oddValues.ts";
import { paintNames } from "./paintNames.ts";

/** Up to so many points on a line are worth being seen as such. */
const FEW_POINTS = 40;
const MANY_LINES = 60;
const FAINT = 0.28;
const DIMMED = 0.16;
const BAND = 0.16;

/** Draws the lines into their plot; all but `highlighted` are dimmed where one is. */
export function paintLines(
  pen: Pen,
  layout: Layout,
  lines: readonly Line[],
  { colors, highlighted }: { readonly colors: ChartColors; readonly highlighted: string | null },
): void {
  const isDimmed = ({ id }: Line): boolean => highlighted !== null && id !== highlighted;
  // Ghosts lie at the back, what is highlighted at the front.
  const rank = (line: Line): number => (line.ghost ? 0 : isDimmed(line) ? 1 : 2);
  const ordered = lines.toSorted((a, b) => rank(a) - rank(b));
  const width = lines.length > MANY_LINES ? 1 : 1.6;
  pen.clip(layout.box, () => {
    for (const line of ordered) {
      const alpha = isDimmed(line) ? DIMMED : line.ghost ? 0.6 : 1;
      // Dashes of a restless line are only a haze, and a slow one; but where there are no colours they are all there is.
      const dash = isRestless(layout, line) && !colors.forced ? [] : dashOf(line);
      paintLine(pen, layout, line, { color: colorOf(line, colors), width, alpha, dash });
    }
  });
  if (colors.forced && lines.length > 1) paintNames(pen, layout, lines, colors);
  paintOddValues(pen, layout, ordered, (line) => ({
    color: colorOf(line, colors),
    alpha: isDimmed(line) ? DIMMED : 1,
  }));
}

export function colorOf(line: Line, colors: ChartColors): string {
  return line.ghost ? colors.dim : colors.line(line.look);
}

const GHOST_DASH = [1.5, 3];

export function dashOf(line: Pick<Line, "ghost" | "look">): readonly number[] {
  return line.ghost ? GHOST_DASH : lineLook(line.look).dash;
}

/** How many times as long as the plot is wide a line may be and still show its dashes. */
const RESTLESS = 6;

/** Whether a line goes up and down a lot. */
function isRestless(layout: Layout, line: Line): boolean {
  const x = pixelsOf(layout.x, line.x);
  const y = pixelsOf(layout.y, line.y);
  const { width } = layout.box;
  let length = 0;
  for (let i = 1; i < x.length && length <= RESTLESS * width; i++) {
    const [dx, dy] = [(x[i] ?? 0) - (x[i - 1] ?? 0), (y[i] ?? 0) - (y[i - 1] ?? 0)];
    if (Number.isFinite(dx) && Number.isFinite(dy)) length += Math.hypot(dx, dy);
  }
  return length > RESTLESS * width;
}

function paintLine(pen: Pen, layout: Layout, line: Line, stroke: Stroke): void {
  const { alpha = 1, color } = stroke;
  const x = pixelsOf(layout.x, line.x);
  const y = pixelsOf(layout.y, line.y);
  if (line.band) {
    const [low, high] = [pixelsOf(layout.y, line.band.low), pixelsOf(layout.y, line.band.high)];
    pen.band(x, low, high, { color, alpha: BAND * alpha });
  }
  if (line.raw) pen.line(x, pixelsOf(layout.y, line.raw), { color, width: 1, alpha: FAINT * alpha });
  pen.line(x, y, stroke);
  const size = 4.5;
  if (line.x.length <= FEW_POINTS) pen.markers(x, y, { shape: "circle", size, color, alpha });
  else {
    const lone = lonePoints(x, y);
    pen.markers(lone.x, lone.y, { shape: "circle", size, color, alpha });
  }
}
