import type { MetricHistory } from "../model/metric.ts";

/** Takes the points of a metric one by one, in the file's order. */
export interface PointSink {
  add(timestamp: number, value: number, step: number): void;
}

const FIRST_ROOM = 64;

/** Keeps every point: 24 bytes each, and as much again while it grows. */
export class Points implements PointSink {
  #values = new Float64Array(FIRST_ROOM);
  #timestamps = new Float64Array(FIRST_ROOM);
  #steps = new Float64Array(FIRST_ROOM);
  #count = 0;

  add(timestamp: number, value: number, step: number): void {
    if (this.#count === this.#values.length) this.#grow();
    this.#values[this.#count] = value;
    this.#timestamps[this.#count] = timestamp;
    this.#steps[this.#count++] = step;
  }

  of(key: string): MetricHistory {
    const whole = (column: Float64Array): Float64Array => column.slice(0, this.#count);
    return { key, values: whole(this.#values), timestamps: whole(this.#timestamps), steps: whole(this.#steps) };
  }

  #grow(): void {
    this.#values = longer(this.#values);
    this.#timestamps = longer(this.#timestamps);
    this.#steps = longer(this.#steps);
  }
}

function longer(column: Float64Array): Float64Array<ArrayBuffer> {
  const next = new Float64Array(column.length * 2);
  next.set(column);
  return next;
}
