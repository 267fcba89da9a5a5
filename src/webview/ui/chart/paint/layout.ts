import type { Scale, Track } from "../scale/scale.ts";
import type { Tick } from "../scale/steps.ts";
import { ticks } from "../scale/ticks.ts";
import { type Box, FONT_SIZE, type Pen } from "./pen.ts";

/** One axis of a plot. */
export interface Axis {
  readonly scale: Scale;
  /** What it counts; empty where a heading says it. */
  readonly title: string;
}

/** Where everything of a plot lies. */
export interface Layout {
  /** Inside the axes. */
  readonly box: Box;
  readonly x: Track;
  readonly y: Track;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

const X_SPACE = 64;
const Y_SPACE = 30;
const LEAST_LEFT = 30;
const MOST_LEFT = 110;
const RIGHT = 14;
const GAP = 6;
const LINE = FONT_SIZE + 5;

/** Lays a plot into an area: as much room at the left as its labels need. */
export function layoutPlot(pen: Pen, area: Box, axes: { readonly x: Axis; readonly y: Axis }): Layout {
  const top = area.top + (axes.y.title === "" ? GAP + 2 : LINE + GAP);
  const height = Math.max(20, area.top + area.height - top - LINE - GAP);
  const yTicks = ticks(axes.y.scale, Math.max(2, Math.floor(height / Y_SPACE)));
  const labels = yTicks.map(({ label }) => pen.measure(label));
  const left = Math.min(MOST_LEFT, Math.max(LEAST_LEFT, ...labels.map((width) => width + GAP + 6)));
  const width = Math.max(20, area.width - left - RIGHT);
  const box = { left: area.left + left, top, width, height };
  return {
    box,
    x: { scale: axes.x.scale, start: box.left, end: box.left + width },
    y: { scale: axes.y.scale, start: top + height, end: top },
    xTicks: ticks(axes.x.scale, Math.max(2, Math.floor(width / X_SPACE))),
    yTicks,
  };
}

/** The whole of what a pen draws on. */
export function wholeOf({ width, height }: Pen): Box {
  return { left: 0, top: 0, width, height };
}
