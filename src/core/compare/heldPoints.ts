import { bucketPoints } from "./bucket.ts";

/** The points of the last bucket are thinned whenever there are so many. */
const LOOSE = 64;
/** Rows there is room for at first: most metrics have fewer points, however many may be held. */
const FIRST_ROOM = 1024;

/**
 * Points in their order, of which never more than `most` and a few are held. Once there are more, they stand for buckets
 * of equal count, each with its first and last point, its least and greatest value and one NaN, where it has any; and
 * the buckets grow, two becoming one, as often as need be.
 */
export class HeldPoints {
  #room: number;
  #x: Float64Array;
  #steps: Float64Array;
  #values: Float64Array;
  #timestamps: Float64Array;
  #smoothed: Float64Array;
  readonly #most: number;
  #length = 0;
  /** Where each closed bucket begins, and how many points one is of. */
  #starts: number[] = [];
  #size = 1;
  /** Where the bucket that is not closed begins, and of how many points it is so far. */
  #open = 0;
  #opened = 0;

  constructor(most: number) {
    this.#room = Math.min(most + LOOSE, FIRST_ROOM);
    const column = (): Float64Array => new Float64Array(this.#room);
    this.#x = column();
    this.#steps = column();
    this.#values = column();
    this.#timestamps = column();
    this.#smoothed = column();
    this.#most = most;
  }

  /** Rows held at present. */
  get length(): number {
    return this.#length;
  }

  add(x: number, step: number, value: number, timestamp: number, smoothed: number): void {
    if (this.#length === this.#room) this.#grow();
    const row = this.#length++;
    this.#x[row] = x;
    this.#steps[row] = step;
    this.#values[row] = value;
    this.#timestamps[row] = timestamp;
    this.#smoothed[row] = smoothed;
    if (++this.#opened === this.#size) this.#close();
    else if (this.#length - this.#open >= LOOSE) this.#length = this.#keep(this.#open, this.#length, this.#open);
  }

  /** What is held, equal lengths; it may change with the next point. */
  columns(): Readonly<Record<"x" | "steps" | "values" | "timestamps" | "smoothed", Float64Array>> {
    const whole = (column: Float64Array): Float64Array => column.subarray(0, this.#length);
    return {
      x: whole(this.#x),
      steps: whole(this.#steps),
      values: whole(this.#values),
      timestamps: whole(this.#timestamps),
      smoothed: whole(this.#smoothed),
    };
  }

  #grow(): void {
    this.#room = Math.min(2 * this.#room, this.#most + LOOSE);
    const grown = (column: Float64Array): Float64Array => {
      const larger = new Float64Array(this.#room);
      larger.set(column);
      return larger;
    };
    this.#x = grown(this.#x);
    this.#steps = grown(this.#steps);
    this.#values = grown(this.#values);
    this.#timestamps = grown(this.#timestamps);
    this.#smoothed = grown(this.#smoothed);
  }

  #close(): void {
    this.#length = this.#keep(this.#open, this.#length, this.#open);
    this.#starts.push(this.#open);
    this.#open = this.#length;
    this.#opened = 0;
    // Half is given free at once, so that this is seldom.
    if (this.#length >= this.#most) while (this.#length > this.#most / 2 && this.#starts.length > 1) this.#mergePairs();
  }

  /** All buckets are closed here; of an odd number the last one becomes the open one. */
  #mergePairs(): void {
    const starts = this.#starts;
    const merged: number[] = [];
    const pairs = starts.length >> 1;
    let at = 0;
    for (let pair = 0; pair < pairs; pair++) {
      merged.push(at);
      at = this.#keep(starts[2 * pair] ?? 0, starts[2 * pair + 2] ?? this.#length, at);
    }
    this.#open = at;
    this.#opened = starts.length % 2 === 0 ? 0 : this.#size;
    if (this.#opened > 0) at = this.#keep(starts[2 * pairs] ?? 0, this.#length, at);
    this.#length = at;
    this.#starts = merged;
    this.#size *= 2;
  }

  /** Moves what a bucket keeps of these rows to a place before them, or where they are; where the next row goes. */
  #keep(from: number, to: number, at: number): number {
    if (from === at && to - from === 1) return to;
    const kept = bucketPoints(this.#values, from, to);
    for (const column of [this.#x, this.#steps, this.#values, this.#timestamps, this.#smoothed]) {
      for (const [i, row] of kept.entries()) column[at + i] = column[row] ?? Number.NaN;
    }
    return at + kept.length;
  }
}
