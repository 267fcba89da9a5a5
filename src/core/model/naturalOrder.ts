import { byText } from "./text.ts";

/**
 * Orders names as people count: `layer_2` before `layer_10`, capitals beside small letters; the same on every machine
 * (no locale), and never 0 for two different texts.
 */
export function byNature(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = byPart(left[i] ?? "", right[i] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length || byText(a, b);
}

/** Text and digits by turns, text first (it may be empty). */
function parts(text: string): readonly string[] {
  return text.toLowerCase().split(/(\d+)/);
}

function byPart(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return byText(a, b);
  const [x, y] = [withoutZeros(a), withoutZeros(b)];
  return x.length - y.length || byText(x, y);
}

function isNumber(part: string): boolean {
  return part !== "" && part >= "0" && part < ":";
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}
