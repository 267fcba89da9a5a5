import type { ChartColors } from "../look/colors.ts";
import { fitted } from "../paint/fitted.ts";
import type { Layout } from "../paint/layout.ts";
import { FONT_SIZE, type Pen } from "../paint/pen.ts";
import { pixelOf } from "../scale/scale.ts";
import type { Line } from "./line.ts";

/** More names would hide the lines. */
const MOST = 12;
const ROOM = 130;
const HIGH = FONT_SIZE + 3;
const GAP = 10;

interface Named {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The middle of the text. */
  at: number;
}

/**
 * Writes the names of lines beside their ends, where colours tell nothing: of lines that go up and down a lot dashes alone
 * are hard to tell apart. Names that would lie over one another make way, and a thin line leads to each.
 */
export function paintNames(pen: Pen, layout: Layout, lines: readonly Line[], colors: ChartColors): void {
  const { box } = layout;
  const names = lines.slice(0, MOST).flatMap((line) => namedEnd(pen, layout, line));
  spread(names, box.top, box.top + box.height);
  const right = box.left + box.width;
  for (const { text, x, y, at } of names) {
    const left = Math.max(right - pen.measure(text) - 4, box.left);
    const from = Math.min(x, left - 2);
    pen.line([from, left - 2], [y, at], { color: colors.text, width: 0.8 });
    pen.rect({ left, top: at - HIGH / 2, width: right - left, height: HIGH }, { color: colors.background });
    pen.text(text, left + 2, at, { color: colors.text });
  }
}

/** A line's name, and where it ends before the names begin; nothing for a line without a number in sight. */
function namedEnd(pen: Pen, { x, y, box }: Layout, line: Line): readonly Named[] {
  const most = box.left + box.width - ROOM - GAP;
  for (let i = line.x.length - 1; i >= 0; i--) {
    const [atX, atY] = [pixelOf(x, line.x[i] ?? Number.NaN), pixelOf(y, line.y[i] ?? Number.NaN)];
    if (atX < box.left) break;
    if (atX > most || !(atY >= box.top && atY <= box.top + box.height)) continue;
    return [{ text: fitted(pen, line.label, ROOM - 4), x: atX, y: atY, at: atY }];
  }
  return [];
}

/** Moves names apart, as little as it takes, between the top and the bottom. */
function spread(names: Named[], top: number, bottom: number): void {
  names.sort((a, b) => a.at - b.at);
  let free = top;
  for (const name of names) {
    name.at = Math.max(name.at, free + HIGH / 2);
    free = name.at + HIGH / 2;
  }
  let taken = bottom;
  for (const name of names.toReversed()) {
    name.at = Math.min(name.at, taken - HIGH / 2);
    taken = name.at - HIGH / 2;
  }
}
