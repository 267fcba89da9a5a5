import type { Mark, Shape } from "./pen.ts";

/** Outlines in a square from -1 to 1, as closed polygons; `null` for a circle. */
type Outline = readonly (readonly [x: number, y: number])[];

const ARM = 0.3;
const PLUS: Outline = [
  [-ARM, -1],
  [ARM, -1],
  [ARM, -ARM],
  [1, -ARM],
  [1, ARM],
  [ARM, ARM],
  [ARM, 1],
  [-ARM, 1],
  [-ARM, ARM],
  [-1, ARM],
  [-1, -ARM],
  [-ARM, -ARM],
];

/** Turned by an eighth, so that it is as long from corner to corner. */
const CROSS: Outline = PLUS.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]);

export const OUTLINES: Readonly<Record<Exclude<Shape, "circle">, Outline>> = {
  square: [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ],
  triangle: [
    [0, -1.1],
    [1.1, 0.9],
    [-1.1, 0.9],
  ],
  down: [
    [0, 1.1],
    [1.1, -0.9],
    [-1.1, -0.9],
  ],
  diamond: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  plus: PLUS,
  cross: CROSS,
};

/** The mark of the n-th of several kinds of points: 14 can be told apart without any colour. */
export function markOf(index: number): Mark {
  return { shape: SHAPES[index % SHAPES.length] ?? "circle", hollow: Math.floor(index / SHAPES.length) % 2 === 1 };
}

const SHAPES: readonly Shape[] = ["circle", "square", "triangle", "diamond", "cross", "plus", "down"];
