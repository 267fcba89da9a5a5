import { statsOf } from "../../index/columns/stats.ts";
import type { Band, BandKind } from "../../model/bands.ts";
import { gridOf } from "./grid.ts";
import { type RunCells, runCells } from "./runCells.ts";

/** Points of one run, ascending by `x`; equal lengths. */
export interface RunPoints {
  readonly x: Float64Array;
  readonly values: Float64Array;
}

/**
 * Runs as one line: at each x the mean of what the runs have there, each run counting once, and the band around it. The
 * x are all those of the runs, or equal stretches of the axis where those are more than `maxPoints` (see `runCells`).
 */
export function bandOf(
  name: string,
  runs: readonly RunPoints[],
  { band, maxPoints }: { readonly band: BandKind; readonly maxPoints: number },
): Omit<Band, "left"> {
  const grid = gridOf(
    runs.map(({ x }) => x),
    maxPoints,
  );
  const cells = runs.map(({ x, values }) => runCells(x, values, grid));
  const spans = Array.from(grid.x, (_, cell) => spanAt(cells, cell, band));
  // Where no run has a finite value there is nothing to draw, and a line would only break: the cell stays, as NaN.
  const column = (read: (span: Span) => number): Float64Array => Float64Array.from(spans, read);
  return {
    name,
    x: grid.x,
    mean: column(({ mean }) => mean),
    low: column(({ low }) => low),
    high: column(({ high }) => high),
    counts: Uint32Array.from(spans, ({ count }) => count),
    runs: runs.length,
    isBinned: grid.isBinned,
  };
}

interface Span {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

function spanAt(runs: readonly RunCells[], cell: number, band: BandKind): Span {
  const present = runs.filter(({ mean }) => !Number.isNaN(mean[cell] ?? Number.NaN));
  const stats = statsOf(present.map(({ mean }) => mean[cell] ?? Number.NaN));
  const mean = stats.mean ?? Number.NaN;
  const { count } = stats;
  if (band === "range") {
    const low = present.reduce((least, { min }) => Math.min(least, min[cell] ?? least), Number.POSITIVE_INFINITY);
    const high = present.reduce((most, { max }) => Math.max(most, max[cell] ?? most), Number.NEGATIVE_INFINITY);
    return count === 0 ? { mean, low: Number.NaN, high: Number.NaN, count } : { mean, low, high, count };
  }
  const spread = (stats.std ?? Number.NaN) / (band === "stderr" ? Math.sqrt(count) : 1);
  return { mean, low: mean - spread, high: mean + spread, count };
}
