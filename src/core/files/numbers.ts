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
const NINE = 57;
const MINUS = 45;
const PLUS = 43;
const DOT = 46;
const SMALL_E = 101;

/**
 * Reads numbers out of bytes without making a text of each. `end` is where the number ended; the caller checks that a
 * separator stands there. Forms beyond plain digits answer `ok = false` and are left to the functions above.
 */
export class NumberScanner {
  end = 0;
  ok = false;

  /** An integer of at most 15 digits. */
  integer(data: Uint8Array, from: number, limit: number): number {
    let i = from;
    const negative = data[i] === MINUS;
    if (negative) i++;
    const first = i;
    let value = 0;
    for (; i < limit; i++) {
      const digit = (data[i] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.end = i;
    this.ok = i > first && i - first <= 15;
    return negative ? -value : value;
  }

  /**
   * A decimal number, correctly rounded: digits and a power of ten that doubles hold exactly give an exact quotient
   * (Clinger 1990, "How to read floating point numbers accurately"); longer ones go through the language's own parser.
   */
  float(data: Uint8Array, from: number, limit: number): number {
    let i = from;
    const negative = data[i] === MINUS;
    if (negative) i++;
    const first = i;
    let mantissa = 0;
    let digits = 0;
    let point = -1;
    for (; i < limit; i++) {
      const byte = data[i] ?? 0;
      if (byte >= ZERO && byte <= NINE) {
        mantissa = mantissa * 10 + (byte - ZERO);
        if (mantissa !== 0) digits++;
      } else if (byte === DOT && point < 0) point = i;
      else break;
    }
    const read = i - first - (point < 0 ? 0 : 1);
    let exponent = point < 0 ? 0 : point + 1 - i;
    if (i < limit && (data[i] ?? 0) === SMALL_E) {
      i = this.#exponentEnd(data, i + 1, limit);
      if (i > 0) exponent += this.#exponent;
    }
    this.end = i;
    this.ok = read > 0 && i > 0;
    if (!this.ok) return Number.NaN;
    if (digits > 15 || exponent < -22 || exponent > 22) return Number(decode(data, from, i));
    const size = exponent < 0 ? mantissa / (POWERS[-exponent] ?? 1) : mantissa * (POWERS[exponent] ?? 1);
    return negative ? -size : size;
  }

  #exponent = 0;

  /** Where an exponent of at most 4 digits ends; 0 where there is none. */
  #exponentEnd(data: Uint8Array, from: number, limit: number): number {
    let i = from;
    const sign = data[i];
    if (sign === MINUS || sign === PLUS) i++;
    const first = i;
    let value = 0;
    for (; i < limit; i++) {
      const digit = (data[i] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.#exponent = sign === MINUS ? -value : value;
    return i > first && i - first <= 4 ? i : 0;
  }
}
