import type { Layout } from "../paint/layout.ts";
import type { Fill, Pen, Shape } from "../paint/pen.ts";
import { pixelOf } from "../scale/scale.ts";
import type { Line } from "./line.ts";

/** Values that no axis has a place for, and how they are marked at its edge. */
type Odd = "nan" | "high" | "low";

const SHAPES: Readonly<Record<Odd, Shape>> = { nan: "cross", high: "triangle", low: "down" };
const SIZE = 7;
const INSET = 6;

/** Marks NaN and -Infinity at the bottom of the plot and Infinity at its top; of several in one place one is drawn. */
export function paintOddValues(pen: Pen, layout: Layout, lines: readonly Line[], look: (line: Line) => Fill): void {
  const { box } = layout;
  for (const line of lines) {
    for (const odd of ["nan", "high", "low"] as const) {
      const x = places(line, layout, odd);
      if (x.length === 0) continue;
      const y = odd === "high" ? box.top + INSET : box.top + box.height - INSET;
      pen.markers(
        x,
        x.map(() => y),
        { ...look(line), shape: SHAPES[odd], size: SIZE },
      );
    }
  }
}

function places({ x, y, raw }: Line, layout: Layout, wanted: Odd): number[] {
  const { left, width } = layout.box;
  const values = raw ?? y;
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (oddOf(values[i] ?? 0) !== wanted) continue;
    const pixel = pixelOf(layout.x, x[i] ?? 0);
    const isNext = pixel - (found.at(-1) ?? Number.NEGATIVE_INFINITY) >= SIZE / 2;
    if (pixel >= left && pixel <= left + width && isNext) found.push(pixel);
  }
  return found;
}

export function oddOf(value: number): Odd | null {
  if (Number.isFinite(value)) return null;
  return Number.isNaN(value) ? "nan" : value > 0 ? "high" : "low";
}
