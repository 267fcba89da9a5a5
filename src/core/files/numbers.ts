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

const ZERO = 48;
const NINE = 57;
const MINUS = 45;

/** Where the digits that begin here end. */
export function digitsEnd(data: Uint8Array, from: number): number {
  let i = from;
  for (; ; i++) {
    const byte = data[i] ?? 0;
    if (byte < ZERO || byte > NINE) return i;
  }
}

/**
 * Reads numbers out of bytes without making a text of each. `end` is where the number ended; the caller checks that a
 * separator stands there. Forms beyond plain digits answer `ok = false` and are left to the functions above.
 */
export class NumberScanner {
  end = 0;
  ok = false;
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
}

/** The double that these bytes, a decimal number, stand for. */
export function exactFloat(data: Uint8Array, from: number, end: number): number {
  return Number(decode(data, from, end));
}
