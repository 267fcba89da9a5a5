/**
 * The words of a metric's key, lower case: split at everything that is neither letter nor digit, and at camelCase where
 * a part is not a known word as it stands (`mAP_IoU_0.5` is map, iou, 0, 5; `areaUnderROC` is area, under, roc).
 * Digits after a known word are cut off (`acc1`, `map50`), unless they belong to it (`f1`, `r2`).
 */
export function metricWords(key: string, known: { has(word: string): boolean }): readonly string[] {
  const result: string[] = [];
  for (const part of key.split(/[^\p{L}\p{N}]+/u)) {
    if (part === "") continue;
    const whole = knownForm(part.toLowerCase(), known);
    if (whole !== null) result.push(whole);
    else for (const word of camelWords(part)) result.push(knownForm(word, known) ?? word);
  }
  return result;
}

function knownForm(word: string, known: { has(word: string): boolean }): string | null {
  if (known.has(word)) return word;
  const bare = word.replace(/\d+$/, "");
  return known.has(bare) ? bare : null;
}

/** `meanSquaredError` and `ROCCurve` apart; runs of capitals stay one word. */
function camelWords(part: string): readonly string[] {
  const words = part.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  return words.toLowerCase().split(" ");
}
