import { digitsEnd, exactFloat } from "./numbers.ts";

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const ZERO = 48;
const MINUS = 45;
const DOT = 46;

const PLUS = 43;
const SMALL_E = 101;

/** Below, a double holds every whole number, and its quotient by a power of ten is exact too (Clinger 1990). */
const EXACT = 1e15;
/** More digits are left to others; ten to so many is exact. */
const MOST_DIGITS = 22;
const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, i) => 10 ** i);
/** So long are whole numbers at most. */
const WHOLE_DIGITS = 15;

/** A plain line, timestamp, decimal, step and nothing else, read from bytes without making a text. */
class PlainLine {
  step = 0;
  /** Approximate where `at` is not 0; its digits then stand at `[at, end)`. */
  value = 0;
  at = 0;
  end = 0;
}

/** The line that `readLine` last read. */
export const line = new PlainLine();

/** Reads the line that begins here; where the next one does, or 0 for a line of any other form. */
export function readLine(data: Uint8Array, from: number, end: number): number {
  const stampEnd = digitsEnd(data, from);
  if (stampEnd === from || stampEnd - from > WHOLE_DIGITS || data[stampEnd] !== SPACE) return 0;
  const valueEnd = readValue(data, stampEnd + 1);
  if (valueEnd === 0 || data[valueEnd] !== SPACE) return 0;
  const stepEnd = readStep(data, valueEnd + 1);
  const stop = data[stepEnd] === RETURN ? stepEnd + 1 : stepEnd;
  return stepEnd > 0 && stop < end && data[stop] === NEWLINE ? stop + 1 : 0;
}

/** A decimal number; where it ends, or 0 for anything else. */
function readValue(data: Uint8Array, from: number): number {
  const first = data[from] === MINUS ? from + 1 : from;
  line.value = 0;
  const whole = addDigits(data, first);
  const end = data[whole] === DOT ? addDigits(data, whole + 1) : whole;
  const decimals = Math.max(0, end - whole - 1);
  const digits = whole - first + decimals;
  if (digits === 0 || digits > MOST_DIGITS) return 0;
  if (data[end] === SMALL_E) return readExponent(data, from, end + 1);
  line.at = line.value < EXACT ? 0 : from;
  line.end = end;
  const size = line.value / (POWERS[decimals] ?? 1);
  line.value = first > from ? -size : size;
  return end;
}

/** Appends digits to the value as if there were no point; where they end. */
function addDigits(data: Uint8Array, from: number): number {
  let value = line.value;
  let at = from;
  for (let digit = (data[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (data[++at] ?? 0) - ZERO) {
    value = value * 10 + digit;
  }
  line.value = value;
  return at;
}

/** The exponent of a number that begins at `from`: those are few, and read exactly. */
function readExponent(data: Uint8Array, from: number, exponent: number): number {
  const first = data[exponent] === PLUS || data[exponent] === MINUS ? exponent + 1 : exponent;
  const end = digitsEnd(data, first);
  if (end === first || end - first > 4) return 0;
  line.value = exactFloat(data, from, end);
  line.at = 0;
  line.end = end;
  return end;
}

/** An integer of at most 15 digits; where it ends, or 0 for any other. */
function readStep(data: Uint8Array, from: number): number {
  const first = data[from] === MINUS ? from + 1 : from;
  let step = 0;
  let at = first;
  let digit = (data[at] ?? 0) - ZERO;
  for (; digit >= 0 && digit <= 9; digit = (data[++at] ?? 0) - ZERO) step = step * 10 + digit;
  line.step = first > from ? -step : step;
  return at === first || at - first > WHOLE_DIGITS ? 0 : at;
}
