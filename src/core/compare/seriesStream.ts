import { milliseconds } from "../model/live.ts";
import type { RunRef } from "../model/run.ts";
import type { Series, SeriesView } from "../model/views.ts";
import { keptIndices } from "./downsample.ts";
import { HeldPoints } from "./heldPoints.ts";
import { MovingAverage } from "./smooth.ts";

/** Held at least and, for each point that is wanted, at most: the buckets are then finer than what is drawn. */
const LEAST_HELD = 8192;
const HELD_A_POINT = 4;

/** Whether a view of a metric needs nothing but its points, one after the other. */
export function isStreamed({ axis }: SeriesView): boolean {
  return typeof axis !== "object";
}

/**
 * A metric as a chart draws it, out of points that pass by and are not kept: as `seriesOf`, for those that come in the
 * order of their axis. Of millions it holds some thousand.
 */
export class SeriesStream {
  readonly #axis: "step" | "relative" | "wall";
  readonly #from: number;
  readonly #to: number;
  readonly #maxPoints: number;
  readonly #held: HeldPoints;
  readonly #average: MovingAverage | null;
  #start = Number.NaN;
  #lastX = Number.NEGATIVE_INFINITY;
  #lastTime = Number.NEGATIVE_INFINITY;
  /** The last point before the range, until one of the range has come. */
  #before: Parameters<HeldPoints["add"]> | null = null;
  #isBeyond = false;
  #points = 0;
  #unplaced = 0;
  #isOrdered = true;

  constructor({ axis, range, smoothing }: SeriesView, maxPoints: number) {
    this.#axis = typeof axis === "object" ? "step" : axis;
    this.#from = range?.[0] ?? Number.NEGATIVE_INFINITY;
    this.#to = range?.[1] ?? Number.POSITIVE_INFINITY;
    this.#maxPoints = maxPoints;
    this.#held = new HeldPoints(Math.max(LEAST_HELD, HELD_A_POINT * maxPoints));
    this.#average = smoothing > 0 ? new MovingAverage(smoothing) : null;
  }

  /** Whether the points came in order so far; where not, they must be sorted, and this is of no use. */
  get isOrdered(): boolean {
    return this.#isOrdered;
  }

  /** Whether not one point has come. */
  get isEmpty(): boolean {
    return this.#lastX === Number.NEGATIVE_INFINITY && this.#unplaced === 0;
  }

  /** Points held at present. */
  get held(): number {
    return this.#held.length;
  }

  add(timestamp: number, value: number, step: number): void {
    const x = this.#place(timestamp, step);
    if (!Number.isFinite(x)) {
      this.#unplaced++;
      return;
    }
    if (x < this.#lastX || (x === this.#lastX && timestamp < this.#lastTime)) this.#isOrdered = false;
    if (!this.#isOrdered) return;
    this.#lastX = x;
    this.#lastTime = timestamp;
    const smoothed = this.#average === null ? value : this.#average.add(value);
    if (x < this.#from) this.#before = [x, step, value, timestamp, smoothed];
    else if (!this.#isBeyond) {
      this.#enter();
      // Of what lies beyond the range, the first point alone.
      this.#isBeyond = x > this.#to;
      this.#hold(x, step, value, timestamp, smoothed);
    }
  }

  /** What has come; only once. */
  series(ref: RunRef, key: string): Series {
    this.#enter();
    const { x, steps, values, timestamps, smoothed } = this.#held.columns();
    const kept = values.length > this.#maxPoints ? keptIndices(values, this.#maxPoints) : null;
    const pick = (column: Float64Array): Float64Array =>
      kept === null ? column.slice() : Float64Array.from(kept, (row) => column[row] ?? Number.NaN);
    return {
      ref,
      key,
      x: pick(x),
      steps: pick(steps),
      values: pick(values),
      timestamps: pick(timestamps),
      smoothed: this.#average === null ? null : pick(smoothed),
      points: this.#points,
      unplaced: this.#unplaced,
    };
  }

  #place(timestamp: number, step: number): number {
    if (this.#axis === "step") return step;
    const time = milliseconds(timestamp);
    if (this.#axis === "wall") return time;
    if (Number.isNaN(this.#start)) this.#start = time;
    return time - this.#start;
  }

  /** From the last point before the range the line leads into it. */
  #enter(): void {
    if (this.#before !== null) this.#hold(...this.#before);
    this.#before = null;
  }

  #hold(...point: Parameters<HeldPoints["add"]>): void {
    this.#points++;
    this.#held.add(...point);
  }
}
