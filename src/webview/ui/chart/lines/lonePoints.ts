import { piecesOf } from "../paint/pieces.ts";

/** The points that no line leads to, with gaps on both sides: a line would not show them. */
export function lonePoints(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { readonly x: readonly number[]; readonly y: readonly number[] } {
  const alone: number[] = [];
  for (const [from, to] of piecesOf(x, y)) if (to - from === 1) alone.push(from);
  return { x: alone.map((i) => x[i] ?? 0), y: alone.map((i) => y[i] ?? 0) };
}
