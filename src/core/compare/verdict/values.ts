import { shortNumber } from "../../model/numberText.ts";
import { visibleText } from "../../model/visibleText.ts";
import { cutMiddle, cutPair } from "../cutText.ts";
import { numberOf } from "../numberOf.ts";
import { numberTexts } from "./numbers.ts";
import type { Phrase } from "./phrase.ts";

/** Characters of a value, and of a key, in a sentence. */
const VALUE = 24;
const KEY = 40;

export function shownKey(key: string): string {
  return key === "" ? '""' : cutMiddle(visibleText(key), KEY);
}

/** A value on its own, cut; a long number with fewer digits. */
export function valuePhrase(value: string): Phrase {
  const number = longNumber(value);
  return number === null ? quoted(cutMiddle(visibleText(value), VALUE), value) : valuePart(shortNumber(number), value);
}

/** Two values that differ, cut so that it shows where. */
export function pairPhrases(from: string, to: string, length = VALUE): readonly [Phrase, Phrase] {
  const numbers = [from, to].map(numberOf).filter((number) => number !== null);
  if (numbers.length === 2 && (longNumber(from) ?? longNumber(to)) !== null && numbers[0] !== numbers[1]) {
    const [left = "", right = ""] = numberTexts(numbers);
    return [valuePart(left, from), valuePart(right, to)];
  }
  const [left, right] = cutPair(visibleText(from), visibleText(to), length);
  return [quoted(left, from), quoted(right, to)];
}

/** Characters from which a number has more digits than a sentence bears. */
const LONG_NUMBER = 8;

function longNumber(value: string): number | null {
  return value.length > LONG_NUMBER ? numberOf(value) : null;
}

/** What could not be told from the sentence around it stands in quotes. */
function quoted(text: string, exact: string): Phrase {
  const isPlain = text !== "" && text === text.trim() && !/[,;]|->/.test(text);
  return valuePart(isPlain ? text : `"${text}"`, exact);
}

function valuePart(text: string, exact: string): Phrase {
  return [{ kind: "value", text, exact }];
}
