export type Numbers = Float64Array | Int32Array | Uint8Array;

/** A typed array that grows: numbers appended are kept packed, `data` may be longer than `length`. */
export class Column<T extends Numbers> {
  data: T;
  length = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T, capacity = 64) {
    this.#make = make;
    this.data = make(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) this.#grow(this.length + 1);
    this.data[this.length++] = value;
  }

  /** Makes room for so many more, which the caller writes into `data` from the old length on. */
  extend(count: number): T {
    const length = this.length + count;
    if (length > this.data.length) this.#grow(length);
    this.length = length;
    return this.data;
  }

  /** Appends all of another array. */
  append(values: Numbers): void {
    if (this.length + values.length > this.data.length) this.#grow(this.length + values.length);
    this.data.set(values as never, this.length);
    this.length += values.length;
  }

  at(index: number): number {
    return this.data[index] ?? 0;
  }

  /** What is filled, without a copy. */
  filled(): T {
    return this.data.subarray(0, this.length) as T;
  }

  #grow(needed: number): void {
    const larger = this.#make(Math.max(needed, this.data.length * 2));
    larger.set(this.data.subarray(0, this.length) as never);
    this.data = larger;
  }
}

export const floats = (): Column<Float64Array> => new Column((length) => new Float64Array(length));
export const ints = (): Column<Int32Array> => new Column((length) => new Int32Array(length));
export const bytes = (): Column<Uint8Array> => new Column((length) => new Uint8Array(length));
