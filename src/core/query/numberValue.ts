const DIGIT = /\p{Nd}/gu;
const NOT_ASCII = /\P{ASCII}/u;

/** A bare number of a filter, in any script's digits, as Python's `float()` reads it. */
export function numberOf(text: string): number {
  return Number(NOT_ASCII.test(text) ? text.replaceAll(DIGIT, asciiDigit) : text);
}

/** Digits of a script follow each other from its zero on; those of mathematics lie in five rows without a gap. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10);
  let zero = code;
  while (zero > code - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
