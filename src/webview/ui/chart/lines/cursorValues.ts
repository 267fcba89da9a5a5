import { inOrder } from "../../table/sorting.ts";
import type { Line } from "./line.ts";
import { nearest } from "./nearest.ts";

/** What a line says where the cursor is. */
export interface CursorValue {
  readonly line: Line;
  readonly x: number;
  readonly value: number;
  /** As logged, where the line is smoothed. */
  readonly raw: number | null;
  readonly band: readonly [low: number, high: number] | null;
}

/**
 * The values at the cursor, sorted, NaN last: each line's point next to it. A line that ended before or begins after
 * says nothing, unless its end is `near`.
 */
export function cursorValues(
  lines: readonly Line[],
  at: number,
  { near, ascending }: { near(place: number): boolean; readonly ascending: boolean },
): readonly CursorValue[] {
  const found: CursorValue[] = [];
  for (const line of lines) {
    const index = nearest(line.x, at);
    const x = line.x[index];
    if (x === undefined || !(isWithin(line, at) || near(x))) continue;
    const valueIn = (column: Float64Array | undefined): number => column?.[index] ?? Number.NaN;
    found.push({
      line,
      x,
      value: valueIn(line.y),
      raw: line.raw === null ? null : valueIn(line.raw),
      band: line.band === null ? null : [valueIn(line.band.low), valueIn(line.band.high)],
    });
  }
  return found.sort((a, b) => inOrder(a.value, b.value, !ascending));
}

function isWithin({ x }: Line, at: number): boolean {
  return at >= (x[0] ?? 0) && at <= (x.at(-1) ?? 0);
}
