import { shortNumber } from "../../model/numberText.ts";
import { deltaOf } from "../delta.ts";
import { type Phrase, phrase, type Translate, words } from "./phrase.ts";

/** From this ratio on, "12 times" says more than a percentage. */
const TIMES = 10;
/** Below one part of so many too. */
const FRACTION = 100;

/** Digits that tell any two doubles apart. */
const MOST_DIGITS = 17;

/** Numbers in short, with more digits where two that differ would look the same. */
export function numberTexts(values: readonly number[]): readonly string[] {
  let texts = values.map(shortNumber);
  const different = new Set(values).size;
  for (let digits = 5; digits <= MOST_DIGITS && new Set(texts).size < different; digits++) {
    texts = values.map((value) => (Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : String(value)));
  }
  return texts;
}

/** Numbers as phrases that know every digit. */
export function numberPhrases(values: readonly number[]): readonly Phrase[] {
  const texts = numberTexts(values);
  return values.map((value, i) => [{ kind: "number", text: texts[i] ?? "", exact: String(value) }]);
}

/** A share as a percentage without its sign: two significant digits below ten, whole from there. */
export function percentText(share: number): string {
  const percent = Math.abs(share) * 100;
  return `${percent < 10 ? Number(percent.toPrecision(2)) : Math.round(percent)} %`;
}

/** Smaller shares have more zeros than anyone reads. */
const LEAST_SHARE = 1e-4;

/** A share as a percentage with its sign; null for one too small to be read. */
export function signedPercent(share: number): string | null {
  if (Math.abs(share) < LEAST_SHARE) return null;
  return `${share < 0 ? "-" : "+"}${percentText(share)}`;
}

/** How often one goes into another: whole from ten on. */
export function timesText(ratio: number): string {
  return ratio < TIMES ? String(Number(ratio.toPrecision(2))) : shortNumber(Math.round(ratio));
}

/**
 * How a value differs from its base: `-3.6 %`; of numbers above 0 `12 times higher` from ten times on and `200 times
 * lower` below a hundredth; the plain difference where a share would say nothing (from 0, over 0, far below 0). `vs`
 * names the base.
 */
export function deltaPhrase(value: number, base: number, t: Translate, vs: Phrase | null): Phrase {
  const delta = deltaOf(value, base);
  if (delta === null || delta.relative === null) return plainDifference(value, base, t, vs);
  const ratio = value / base;
  const isFar = ratio >= TIMES || (ratio > 0 && ratio < 1 / FRACTION);
  if (isFar && base > 0) return times(ratio, t, vs);
  if (isFar && ratio >= TIMES) return plainDifference(value, base, t, vs);
  const text = signedPercent(delta.relative);
  if (text === null) return plainDifference(value, base, t, vs);
  return against([{ kind: "number", text, exact: String(delta.absolute) }], t, vs);
}

function plainDifference(value: number, base: number, t: Translate, vs: Phrase | null): Phrase {
  const difference = value - base;
  if (!Number.isFinite(difference)) {
    const [left = [], right = []] = numberPhrases([value, base]);
    return phrase(t("{0} vs {1}"), left, right);
  }
  const text = `${difference < 0 ? "" : "+"}${shortNumber(difference)}`;
  return against([{ kind: "number", text, exact: String(difference) }], t, vs);
}

function against(difference: Phrase, t: Translate, vs: Phrase | null): Phrase {
  return vs === null ? difference : phrase(t("{0} vs {1}"), difference, vs);
}

function times(ratio: number, t: Translate, vs: Phrase | null): Phrase {
  const number = words(timesText(ratio < 1 ? 1 / ratio : ratio));
  if (vs === null) return phrase(ratio < 1 ? t("{0} times lower") : t("{0} times higher"), number);
  return phrase(ratio < 1 ? t("{0} times lower than {1}") : t("{0} times higher than {1}"), number, vs);
}
