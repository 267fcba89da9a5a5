import type { MetricPoint, MetricSummary } from "../model/metric.ts";
import { APPROXIMATE, exactFloat, NumberScanner } from "./numbers.ts";

const scanner = new NumberScanner();

/** A value as read so far: approximate where `at` is not 0, with the bytes that tell it exactly. */
interface Candidate {
  value: number;
  at: number;
  end: number;
}

const nobody = (): Candidate => ({ value: Number.NaN, at: 0, end: 0 });

/**
 * First, last, smallest and greatest of a series. Exact doubles are costly to read, and only these four are wanted:
 * values come approximate with the place of their digits, and are read exactly only where two are too close to tell.
 * Timestamps come as the place of their digits alone: only the last point's is wanted.
 */
export class Extremes {
  #data: Uint8Array = new Uint8Array();
  #count = 0;
  readonly #first = nobody();
  readonly #last = nobody();
  readonly #min = nobody();
  readonly #max = nobody();
  #step = 0;
  /** Of the last point; `#stampAt` is where its digits stand, -1 once they were read. */
  #timestamp = 0;
  #stampAt = -1;

  /** Begins a series that stands in these bytes. */
  begin(data: Uint8Array): void {
    this.#data = data;
    this.#count = 0;
    put(this.#min, Number.NaN, 0, 0);
    put(this.#max, Number.NaN, 0, 0);
  }

  /** A point of a plain line: where its timestamp stands, and where its value does if that is only approximate, else 0. */
  add(stampAt: number, value: number, at: number, end: number, step: number): void {
    const isFirst = this.#count++ === 0;
    if (isFirst) put(this.#first, value, at, end);
    if (isFirst || this.#isLater(stampAt, value, at, end, step)) {
      put(this.#last, value, at, end);
      this.#step = step;
      this.#stampAt = stampAt;
    }
    this.#widen(value, at, end);
  }

  /** A point known exactly. */
  addPoint({ timestamp, value, step }: MetricPoint): void {
    const before = this.#lastStamp();
    const isFirst = this.#count++ === 0;
    if (isFirst) put(this.#first, value, 0, 0);
    if (isFirst || this.#isNext(step - this.#step, timestamp - before, value, 0, 0)) {
      put(this.#last, value, 0, 0);
      this.#step = step;
      this.#timestamp = timestamp;
    }
    this.#widen(value, 0, 0);
  }

  summary(key: string): MetricSummary | null {
    if (this.#count === 0) return null;
    const { at: firstAt } = this.#first;
    const { at: lastAt } = this.#last;
    const first = this.#exact(this.#first);
    const last = lastAt > 0 && lastAt === firstAt ? first : this.#exact(this.#last);
    // A series that falls or rises begins and ends with its extremes: no number is read twice.
    const extreme = (one: Candidate): number => {
      if (one.at > 0 && one.at === firstAt) return first;
      return one.at > 0 && one.at === lastAt ? last : this.#exact(one);
    };
    return {
      key,
      last: { value: last, timestamp: this.#lastStamp(), step: this.#step },
      first,
      min: extreme(this.#min),
      max: extreme(this.#max),
      count: this.#count,
    };
  }

  /** By step, then timestamp, then value. */
  #isLater(stampAt: number, value: number, at: number, end: number, step: number): boolean {
    if (step !== this.#step) return step > this.#step;
    const timestamp = scanner.integer(this.#data, stampAt);
    return this.#isNext(0, timestamp - this.#lastStamp(), value, at, end);
  }

  #isNext(steps: number, milliseconds: number, value: number, at: number, end: number): boolean {
    if (steps !== 0) return steps > 0;
    if (milliseconds !== 0) return milliseconds > 0;
    return this.#compare(value, at, end, this.#last) > 0;
  }

  #lastStamp(): number {
    if (this.#stampAt >= 0) this.#timestamp = scanner.integer(this.#data, this.#stampAt);
    this.#stampAt = -1;
    return this.#timestamp;
  }

  #widen(value: number, at: number, end: number): void {
    if (Number.isNaN(value)) return;
    const isOnly = Number.isNaN(this.#min.value);
    if (isOnly || this.#compare(value, at, end, this.#min) < 0) put(this.#min, value, at, end);
    if (isOnly || this.#compare(value, at, end, this.#max) > 0) put(this.#max, value, at, end);
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
