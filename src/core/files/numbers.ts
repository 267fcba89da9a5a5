import { decode } from "./bytes.ts";

const PYTHON_FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const PYTHON_SPECIAL = /^([+-]?)(inf|infinity|nan)$/i;
const PYTHON_INT = /^[+-]?\d+(?:_\d+)*$/;

/** What Python's `float()` makes of a text; undefined where it refuses. */
export function pythonFloat(text: string): number | undefined {
  if (PYTHON_FLOAT.test(text)) return Number(text.replaceAll("_", ""));
  const special = PYTHON_SPECIAL.exec(text);
  if (!special) return undefined;
  if (special[2]?.toLowerCase() === "nan") return Number.NaN;
  return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** What Python's `int()` makes of a text (beyond 2^53 to the nearest number); undefined where it refuses. */
export function pythonInt(text: string): number | undefined {
  return PYTHON_INT.test(text) ? Number(text.replaceAll("_", "")) : undefined;
}

const POWERS = Float64Array.from({ length: 23 }, (_, i) => 10 ** i);

const ZERO = 48;
const MINUS = 45;
const PLUS = 43;
const DOT = 46;
const SMALL_E = 101;

/** Digits that are sure to fit a small integer, which is added up several times quicker than a double. */
const SMALL = 9;

/** How far an approximate number may be from the true one, relative; several times what the roundings add up to. */
export const APPROXIMATE = 1e-14;

/** Where the digits that begin here end. */
export function digitsEnd(data: Uint8Array, from: number): number {
  let i = from;
  for (; ; i++) {
    const digit = (data[i] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return i;
  }
}

/**
 * Reads numbers out of bytes without making a text of each. `end` is where the number ended; the caller checks that a
 * separator stands there. Forms beyond plain digits answer `ok = false` and are left to the functions above.
 */
export class NumberScanner {
  end = 0;
  ok = false;
  /** Whether `float` answered the exact double; else it is right to APPROXIMATE, and `exactFloat` tells. */
  exact = true;

  /** An integer of at most 15 digits. */
  integer(data: Uint8Array, from: number): number {
    let i = from;
    const negative = data[i] === MINUS;
    if (negative) i++;
    const first = i;
    let value = 0;
    for (; ; i++) {
      const digit = (data[i] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.end = i;
    this.ok = i > first && i - first <= 15;
    return negative ? -value : value;
  }

  /**
   * A decimal number. Up to 15 digits over a power of ten that a double holds exactly, the quotient is exact (Clinger
   * 1990, "How to read floating point numbers accurately"); longer ones are approximate, which is enough to compare.
   */
  float(data: Uint8Array, from: number): number {
    const negative = data[from] === MINUS;
    const mantissa = this.#mantissa(data, negative ? from + 1 : from);
    let exponent = -this.#decimals;
    if (this.ok && data[this.end] === SMALL_E) exponent += this.#exponent(data, this.end + 1);
    this.exact = true;
    if (!this.ok) return Number.NaN;
    if (this.#digits > 17 || exponent < -22 || exponent > 22) return exactFloat(data, from, this.end);
    this.exact = this.#digits <= 15;
    const size = exponent < 0 ? mantissa / (POWERS[-exponent] ?? 1) : mantissa * (POWERS[exponent] ?? 1);
    return negative ? -size : size;
  }

  /** The last mantissa's first significant digits as a number, the rest as another, and how many there were in all. */
  #high = 0;
  #low = 0;
  #digits = 0;
  /** How many digits stood behind its point. */
  #decimals = 0;

  /** Right to 17 digits. */
  #mantissa(data: Uint8Array, from: number): number {
    this.#high = 0;
    this.#low = 0;
    this.#digits = 0;
    const point = this.#addDigits(data, from);
    this.end = data[point] === DOT ? this.#addDigits(data, point + 1) : point;
    this.#decimals = Math.max(0, this.end - point - 1);
    this.ok = this.end > (data[point] === DOT ? from + 1 : from);
    return this.#digits <= SMALL ? this.#high : this.#high * (POWERS[this.#digits - SMALL] ?? 1) + this.#low;
  }

  #addDigits(data: Uint8Array, from: number): number {
    let i = from;
    let high = this.#high;
    let low = this.#low;
    let digits = this.#digits;
    for (; ; i++) {
      const digit = (data[i] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      if (digits < SMALL) high = high * 10 + digit;
      else if (digits < 2 * SMALL) low = low * 10 + digit;
      if (high > 0) digits++;
    }
    this.#high = high;
    this.#low = low;
    this.#digits = digits;
    return i;
  }

  /** An exponent of at most 4 digits. */
  #exponent(data: Uint8Array, from: number): number {
    const signed = data[from] === PLUS;
    const value = this.integer(data, signed ? from + 1 : from);
    this.ok &&= this.end - from <= 5 && !(signed && data[from + 1] === MINUS);
    return value;
  }
}

/** The double that these bytes, a plain decimal number, stand for. */
export function exactFloat(data: Uint8Array, from: number, end: number): number {
  return Number(decode(data, from, end));
}
