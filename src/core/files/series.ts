import type { MetricPoint, MetricSummary } from "../model/metric.ts";
import { exactFloat, NumberScanner } from "./numbers.ts";

const scanner = new NumberScanner();

/** A value of a series: approximate where `at` is not 0, with the place of the digits that tell it exactly. */
export interface Candidate {
  value: number;
  at: number;
  end: number;
}

/** How far an approximate value may be from the true one, relative; several times what the roundings add up to. */
const APPROXIMATE = 1e-14;

/**
 * First, last, smallest and greatest of a series. To read a double exactly out of digits is costly, and only these four
 * are wanted: values come approximate, and are read exactly only where two are too close to tell. Of timestamps only
 * the last point's is wanted: they come as the place of their digits.
 */
export class Series {
  count = 0;
  /** Of the last point. */
  step = 0;
  readonly first: Candidate = { value: 0, at: 0, end: 0 };
  readonly last: Candidate = { value: 0, at: 0, end: 0 };
  /** NaN while there is no other value. */
  readonly min: Candidate = { value: Number.NaN, at: 0, end: 0 };
  readonly max: Candidate = { value: Number.NaN, at: 0, end: 0 };
  #data: Uint8Array = new Uint8Array();
  #timestamp = 0;
  /** Where the last point's timestamp stands; -1 once it is known. */
  #stampAt = -1;

  /** Begins a series. */
  begin(): void {
    this.count = 0;
    put(this.min, Number.NaN, 0, 0);
    put(this.max, Number.NaN, 0, 0);
  }

  /** What follows stands in these bytes. */
  read(data: Uint8Array): void {
    this.#data = data;
  }

  /** Takes out of the bytes what is still to be read exactly: they may be others from here on. */
  settle(): void {
    if (this.count === 0) return;
    for (const one of [this.first, this.last, this.min, this.max]) this.#exact(one);
    this.#lastStamp();
  }

  /** A point whose timestamp stands at `stampAt`. */
  add(value: number, at: number, end: number, step: number, stampAt: number): void {
    if (this.count++ === 0) put(this.first, value, at, end);
    if (this.count === 1 || step > this.step || (step === this.step && this.#isLater(value, at, end, stampAt))) {
      put(this.last, value, at, end);
      this.step = step;
      this.#stampAt = stampAt;
    }
    this.#widen(value, at, end);
  }

  /** A point known exactly. */
  addPoint({ timestamp, value, step }: MetricPoint): void {
    const before = this.#lastStamp();
    const isNext = step === this.step ? this.#isNext(timestamp - before, value, 0, 0) : step > this.step;
    if (this.count++ === 0) put(this.first, value, 0, 0);
    if (this.count === 1 || isNext) {
      put(this.last, value, 0, 0);
      this.step = step;
      this.#timestamp = timestamp;
    }
    this.#widen(value, 0, 0);
  }

  summary(key: string): MetricSummary | null {
    if (this.count === 0) return null;
    const { at: firstAt } = this.first;
    const { at: lastAt } = this.last;
    const first = this.#exact(this.first);
    const last = lastAt > 0 && lastAt === firstAt ? first : this.#exact(this.last);
    // A series that falls or rises begins and ends with its extremes: no number is read twice.
    const extreme = (one: Candidate): number => {
      if (one.at > 0 && one.at === firstAt) return first;
      return one.at > 0 && one.at === lastAt ? last : this.#exact(one);
    };
    return {
      key,
      last: { value: last, timestamp: this.#lastStamp(), step: this.step },
      first,
      min: extreme(this.min),
      max: extreme(this.max),
      count: this.count,
    };
  }

  #widen(value: number, at: number, end: number): void {
    const { min, max } = this;
    const margin = APPROXIMATE * Math.abs(value);
    if (value > min.value + margin && value < max.value - margin) return;
    if (value < min.value - margin) put(min, value, at, end);
    else if (value > max.value + margin) put(max, value, at, end);
    else if (!Number.isNaN(value)) this.#settle(value, at, end);
  }

  /** For the first value of all, infinities, and one as near to an extreme as the roundings. */
  #settle(value: number, at: number, end: number): void {
    const { min, max } = this;
    if (Number.isNaN(min.value)) {
      put(min, value, at, end);
      put(max, value, at, end);
    } else if (this.#compare(value, at, end, min) < 0) put(min, value, at, end);
    else if (this.#compare(value, at, end, max) > 0) put(max, value, at, end);
  }

  /** Whether a point of the last one's step is later. */
  #isLater(value: number, at: number, end: number, stampAt: number): boolean {
    const timestamp = scanner.integer(this.#data, stampAt);
    return this.#isNext(timestamp - this.#lastStamp(), value, at, end);
  }

  #isNext(milliseconds: number, value: number, at: number, end: number): boolean {
    return milliseconds === 0 ? this.#compare(value, at, end, this.last) > 0 : milliseconds > 0;
  }

  #lastStamp(): number {
    if (this.#stampAt >= 0) this.#timestamp = scanner.integer(this.#data, this.#stampAt);
    this.#stampAt = -1;
    return this.#timestamp;
  }

  /** Negative, 0 or positive as the value is less, equal or more; NaN where either is NaN. */
  #compare(value: number, at: number, end: number, other: Candidate): number {
    if (at > 0 && other.at > 0 && isSame(this.#data, at, end, other)) return 0;
    const known = at === 0 ? value : exactFloat(this.#data, at, end);
    const exact = this.#exact(other);
    return known < exact ? -1 : known > exact ? 1 : known === exact ? 0 : Number.NaN;
  }

  #exact(candidate: Candidate): number {
    if (candidate.at > 0) put(candidate, exactFloat(this.#data, candidate.at, candidate.end), 0, 0);
    return candidate.value;
  }
}

/** Whether the same digits stand at two places: most values as near as that are equal. */
function isSame(data: Uint8Array, at: number, end: number, other: Candidate): boolean {
  if (end - at !== other.end - other.at) return false;
  for (let i = at, j = other.at; i < end; i++, j++) if (data[i] !== data[j]) return false;
  return true;
}

function put(candidate: Candidate, value: number, at: number, end: number): void {
  candidate.value = value;
  candidate.at = at;
  candidate.end = end;
}
