import { type Colour, png } from "./png.ts";
import type { Random } from "./random.ts";

const PAPER: Colour = [255, 255, 255];
const AXIS: Colour = [120, 120, 120];
const INK: Colour = [31, 119, 180];
const WIDTH = 200;
const HEIGHT = 130;
const MARGIN = 12;

/** Predicted against actual, scattered the wider the larger the error is. */
export function residualsPlot(random: Random, error: number): Uint8Array {
  const dots = new Set<number>();
  for (let i = 0; i < 150; i++) {
    const x = random.between(MARGIN + 3, WIDTH - 4);
    const y = HEIGHT / 2 + (random.next() + random.next() - 1) * error * 90;
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      dots.add(place(x + dx, y + dy));
  }
  const zero = Math.floor(HEIGHT / 2);
  return png(WIDTH, HEIGHT, [PAPER, AXIS, INK], (x, y) => {
    if (dots.has(y * WIDTH + x)) return 2;
    return x === MARGIN || (y === zero && x > MARGIN) ? 1 : 0;
  });
}

/** One bar a feature, longest first. */
export function importancePlot(weights: readonly number[]): Uint8Array {
  const sorted = [...weights].sort((a, b) => b - a);
  const longest = sorted[0] ?? 1;
  const step = Math.floor(HEIGHT / sorted.length);
  return png(WIDTH, HEIGHT, [PAPER, AXIS, INK], (x, y) => {
    const weight = sorted[Math.floor(y / step)] ?? 0;
    const inBar = y % step > 3 && x > MARGIN && x < MARGIN + (weight / longest) * (WIDTH - 2 * MARGIN);
    return x === MARGIN ? 1 : inBar ? 2 : 0;
  });
}

function place(x: number, y: number): number {
  return Math.floor(Math.min(HEIGHT - 1, Math.max(0, y))) * WIDTH + Math.floor(x);
}
