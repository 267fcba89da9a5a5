/**
 * The debiased exponential moving average, as TensorBoard draws it: each value weighs `1 - weight`, and the average is
 * divided by the sum of the weights, so that it does not start at 0. The same as pandas' `ewm(alpha=1 - weight,
 * adjust=True, ignore_na=True).mean()`; where a value is not finite, it stands itself and the average goes on after it.
 */
export class MovingAverage {
  readonly #weight: number;
  #average = 0;
  #missing = 1;
  #least = Number.POSITIVE_INFINITY;
  #greatest = Number.NEGATIVE_INFINITY;

  constructor(weight: number) {
    this.#weight = weight;
  }

  /** The average up to and with this value. */
  add(value: number): number {
    if (!Number.isFinite(value)) return value;
    this.#average = this.#average * this.#weight + value * (1 - this.#weight);
    this.#missing *= this.#weight;
    this.#least = Math.min(this.#least, value);
    this.#greatest = Math.max(this.#greatest, value);
    // No mean lies beyond what it is of; rounding would make a constant seem to move.
    return Math.min(Math.max(this.#average / (1 - this.#missing), this.#least), this.#greatest);
  }
}

/** The moving average at each of the values. */
export function smooth(values: Float64Array, weight: number): Float64Array {
  const average = new MovingAverage(weight);
  return values.map((value) => average.add(value));
}
