import { shortNumber } from "../../../../core/model/numberText.ts";

/** How often a number goes into another, `×1.5`; null where either is no number, the base is 0 or the signs differ. */
export function ratioText(value: string, base: string): string | null {
  const [from, to] = [numberOf(base), numberOf(value)];
  if (from === null || to === null || from === to || from * to <= 0) return null;
  const ratio = to / from;
  if (!Number.isFinite(ratio) || ratio === 0) return null;
  return `×${shortNumber(Number(ratio.toPrecision(3)))}`;
}

/** Decimal numbers only: `0x10`, `` and ` ` are texts. */
function numberOf(text: string): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}
