import { byText } from "./text.ts";

/**
 * Orders names as people count: `layer_2` before `layer_10`, capitals beside small letters; the same on every machine
 * (no locale), and never 0 for two different texts.
 */
export function byNature(a: string, b: string): number {
  return byNaturalParts(naturalParts(a), naturalParts(b)) || byText(a, b);
}

/** The same from parts made once, for long lists: 0 for texts that differ in capitals or leading zeros alone. */
export function byNaturalParts(left: readonly string[], right: readonly string[]): number {
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = byPart(left[i] ?? "", right[i] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Texts in this order, each taken apart once: for long lists. */
export function sortedByNature(texts: readonly string[]): readonly string[] {
  const apart = texts.map((text) => ({ text, parts: naturalParts(text) }));
  return apart.sort((a, b) => byNaturalParts(a.parts, b.parts) || byText(a.text, b.text)).map(({ text }) => text);
}

/** Text and digits by turns, text first (it may be empty); digits without leading zeros. */
export function naturalParts(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/(\d+)/)
    .map((part, i) => (i % 2 === 1 ? part.replace(/^0+(?=\d)/, "") : part));
}

function byPart(a: string, b: string): number {
  if (a === b) return 0;
  // Without leading zeros the longer number is the greater.
  if (isNumber(a) && isNumber(b) && a.length !== b.length) return a.length - b.length;
  return byText(a, b);
}

function isNumber(part: string): boolean {
  const first = part.charCodeAt(0);
  return first >= 48 && first <= 57;
}
