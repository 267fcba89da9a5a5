import { pythonFloat } from "../../files/numbers.ts";

/**
 * The numbers that texts stand for, one each; `None` is NaN. Null where any of them is no number, or none of them is a
 * finite one.
 */
export function paramNumbers(codes: ArrayLike<number>, text: (code: number) => string): Float64Array | null {
  const numbers = new Float64Array(codes.length);
  let anyFinite = false;
  for (let i = 0; i < codes.length; i++) {
    const number = paramNumber(text(codes[i] ?? -1));
    if (number === undefined) return null;
    numbers[i] = number;
    anyFinite ||= Number.isFinite(number);
  }
  return anyFinite ? numbers : null;
}

/** A whole number of more than 15 digits is an id, not a quantity: a double does not hold it for certain. */
function paramNumber(text: string): number | undefined {
  if (!isPlain(text)) return text === "None" ? Number.NaN : pythonFloat(text);
  if (text.length > 15 && /^[+-]?\d{16,}$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isNaN(number) ? undefined : number;
}

/** Whether a text has digits, signs, points and exponents alone: such a text is the same number in Python and here. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 48 || code > 57) && !".+-eE".includes(text[i] ?? "")) return false;
  }
  return text !== "";
}
