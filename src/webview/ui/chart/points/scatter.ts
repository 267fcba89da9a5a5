import type { NumberColumn } from "../../../../core/compare/manyRuns/columns.ts";
import type { Coding } from "../items/coding.ts";
import { columnScale } from "../items/columnScale.ts";
import { type ItemOrder, orderOf } from "../items/stepping.ts";
import { placeOf, type Scale } from "../scale/scale.ts";

/** Points of two columns, with a look by a third and a size by a fourth. */
export interface Scatter {
  readonly x: Scale;
  readonly y: Scale;
  /** Runs that have a place on both axes. */
  readonly shown: readonly number[];
  readonly order: ItemOrder;
  /** Across, in pixels, a run. */
  readonly sizes: Float64Array;
  readonly coding: Coding;
}

export interface ScatterSettings {
  readonly x: NumberColumn;
  readonly y: NumberColumn;
  readonly size: NumberColumn | null;
  readonly coding: Coding;
  readonly logX: boolean;
  readonly logY: boolean;
}

const AIR = 0.04;
const LEAST_SIZE = 4;
const MOST_SIZE = 18;

export function scatterOf({ x, y, size, coding, logX, logY }: ScatterSettings): Scatter {
  const scales = { x: columnScale(x, logX, AIR), y: columnScale(y, logY, AIR) };
  const isShown = (run: number): boolean =>
    Number.isFinite(placeOf(scales.x, x.values[run] ?? Number.NaN)) &&
    Number.isFinite(placeOf(scales.y, y.values[run] ?? Number.NaN));
  const shown = Array.from(x.values.keys()).filter(isShown);
  return { ...scales, shown, order: orderOf(shown, x.values, y.values), sizes: sizesOf(size, x.values.length), coding };
}

/** Areas go with the numbers, from the least to the greatest; all alike without a column. */
function sizesOf(column: NumberColumn | null, runs: number): Float64Array {
  if (column === null) return new Float64Array(runs).fill(runs > 2000 ? 4.5 : runs > 300 ? 6 : 8);
  const scale = columnScale(column, column.isLogarithmic);
  return column.values.map((value) => {
    const place = Math.min(Math.max(placeOf(scale, value), 0), 1);
    return Number.isNaN(place) ? LEAST_SIZE : Math.sqrt(LEAST_SIZE ** 2 + place * (MOST_SIZE ** 2 - LEAST_SIZE ** 2));
  });
}
