import type { Delta } from "../../../../core/compare/delta.ts";
import { shortNumber } from "../../../../core/model/numberText.ts";

const MINUS = "\u2212";

/** `+0.0154`, `−0.0154`, `0`. */
export function absoluteText({ absolute }: Delta): string {
  return signed(absolute, shortNumber(Math.abs(absolute)));
}

/** `−3.6 %`, `+120 %`, from tenfold on `×12`; null where a share says nothing. */
export function relativeText({ relative }: Delta): string | null {
  if (relative === null) return null;
  const percent = Math.abs(relative) * 100;
  if (percent >= 1000)
    return relative > 0
      ? `×${shortNumber(Math.round(relative + 1))}`
      : signed(relative, `${shortNumber(Math.round(percent))} %`);
  return signed(relative, `${percent < 10 ? Number(percent.toPrecision(2)) : Math.round(percent)} %`);
}

function signed(value: number, size: string): string {
  if (value === 0) return "0";
  return value < 0 ? `${MINUS}${size}` : `+${size}`;
}
