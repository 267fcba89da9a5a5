import type { Grid } from "./grid.ts";

/** One run over a grid; NaN where it has no value. Equal lengths. */
export interface RunCells {
  readonly mean: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
}

/**
 * Brings a run onto a grid. In a cell where it has finite values, those count: their mean, least and greatest. In one
 * where it has no point at all, but points before and after, the straight line between those does. Nothing is made up
 * beyond its ends, and where it logged NaN or an infinity it has no value.
 */
export function runCells(x: Float64Array, values: Float64Array, grid: Grid): RunCells {
  const cells = new Cells(grid.x.length);
  for (let i = 0; i < x.length; i++) {
    const cell = grid.cellOf(x[i] ?? Number.NaN);
    if (cell >= 0) cells.add(cell, values[i] ?? Number.NaN);
  }
  bridge(x, values, grid, cells);
  return cells;
}

class Cells implements RunCells {
  readonly mean: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** Points in the cell, whatever their value, and those with a finite one. */
  readonly #points: Uint32Array;
  readonly #counts: Uint32Array;

  constructor(length: number) {
    this.mean = new Float64Array(length).fill(Number.NaN);
    this.min = new Float64Array(length).fill(Number.NaN);
    this.max = new Float64Array(length).fill(Number.NaN);
    this.#points = new Uint32Array(length);
    this.#counts = new Uint32Array(length);
  }

  add(cell: number, value: number): void {
    this.#points[cell] = (this.#points[cell] ?? 0) + 1;
    if (!Number.isFinite(value)) return;
    const count = (this.#counts[cell] ?? 0) + 1;
    this.#counts[cell] = count;
    const mean = count === 1 ? 0 : (this.mean[cell] ?? 0);
    // A running mean: the sum of the greatest doubles is no double.
    this.mean[cell] = mean + (value / count - mean / count);
    this.min[cell] = count === 1 ? value : Math.min(this.min[cell] ?? value, value);
    this.max[cell] = count === 1 ? value : Math.max(this.max[cell] ?? value, value);
  }

  has(cell: number): boolean {
    return (this.#points[cell] ?? 0) > 0;
  }
}

/** Fills cells without a point between two points by the straight line between them. */
function bridge(x: Float64Array, values: Float64Array, grid: Grid, cells: Cells): void {
  let next = 0;
  for (const [cell, place] of grid.x.entries()) {
    while (next < x.length && (x[next] ?? 0) < place) next++;
    const isInside = next > 0 && next < x.length;
    if (!isInside || cells.has(cell)) continue;
    const share = shareOf(x[next - 1] ?? 0, x[next] ?? 0, place);
    cells.add(cell, (values[next - 1] ?? Number.NaN) * (1 - share) + (values[next] ?? Number.NaN) * share);
  }
}

/** How far a place lies on the way from one to another, from 0 to 1. Halves first: a range may be no double. */
function shareOf(from: number, to: number, place: number): number {
  return to === from ? 0 : (place / 2 - from / 2) / (to / 2 - from / 2);
}
