import type { MetricSummary } from "../model/metric.ts";
import { APPROXIMATE, exactFloat } from "./numbers.ts";

/** A value as read so far: approximate where `at` is not 0, with the bytes that tell it exactly. */
interface Candidate {
  value: number;
  at: number;
  end: number;
}

/**
 * First, last, smallest and greatest of a series. Exact doubles are costly to read, and only these four are wanted:
 * values come approximate with the place of their digits, and are read exactly only where two are too close to tell.
 */
export class Extremes {
  readonly #data: Uint8Array;
  #count = 0;
  readonly #first: Candidate = { value: 0, at: 0, end: 0 };
  readonly #last: Candidate = { value: 0, at: 0, end: 0 };
  readonly #min: Candidate = { value: Number.NaN, at: 0, end: 0 };
  readonly #max: Candidate = { value: Number.NaN, at: 0, end: 0 };
  #timestamp = 0;
  #step = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
  }

  /** `at`: where the digits of an approximate value begin; 0 for an exact one. */
  add(value: number, timestamp: number, step: number, at: number, end: number): void {
    if (this.#count++ === 0) put(this.#first, value, at, end);
    if (this.#count === 1 || this.#isLater(value, timestamp, step, at, end)) {
      put(this.#last, value, at, end);
      this.#timestamp = timestamp;
      this.#step = step;
    }
    if (Number.isNaN(value)) return;
    if (Number.isNaN(this.#min.value)) {
      put(this.#min, value, at, end);
      put(this.#max, value, at, end);
      return;
    }
    if (this.#compare(value, at, end, this.#min) < 0) put(this.#min, value, at, end);
    if (this.#compare(value, at, end, this.#max) > 0) put(this.#max, value, at, end);
  }

  summary(key: string): MetricSummary | null {
    if (this.#count === 0) return null;
    const last = { value: this.#exact(this.#last), timestamp: this.#timestamp, step: this.#step };
    return {
      key,
      last,
      first: this.#exact(this.#first),
      min: this.#exact(this.#min),
      max: this.#exact(this.#max),
      count: this.#count,
    };
  }

  #isLater(value: number, timestamp: number, step: number, at: number, end: number): boolean {
    if (step !== this.#step) return step > this.#step;
    if (timestamp !== this.#timestamp) return timestamp > this.#timestamp;
    return this.#compare(value, at, end, this.#last) > 0;
  }

  /** Negative, 0 or positive as the value is less, equal or more; NaN where either is NaN. */
  #compare(value: number, at: number, end: number, other: Candidate): number {
    const difference = value - other.value;
    if ((at === 0 && other.at === 0) || Math.abs(difference) > APPROXIMATE * Math.abs(value)) {
      return value < other.value ? -1 : value > other.value ? 1 : value === other.value ? 0 : Number.NaN;
    }
    const exact = at === 0 ? value : exactFloat(this.#data, at, end);
    return exact - this.#exact(other);
  }

  #exact(candidate: Candidate): number {
    if (candidate.at > 0) put(candidate, exactFloat(this.#data, candidate.at, candidate.end), 0, 0);
    return candidate.value;
  }
}

function put(candidate: Candidate, value: number, at: number, end: number): void {
  candidate.value = value;
  candidate.at = at;
  candidate.end = end;
}
