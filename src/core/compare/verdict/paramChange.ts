import { byNature } from "../../model/naturalOrder.ts";
import type { ComparedValue } from "../../model/views.ts";
import { numberOf } from "../numberOf.ts";
import { joined, type Phrase, phrase, type Translate, words } from "./phrase.ts";
import { countPhrase } from "./speaker.ts";
import { pairPhrases, shownKey, valuePhrase } from "./values.ts";

/** How a param changes between two runs that differ in it: `lr 0.1 -> 0.05`, `momentum 0.9 added`. */
export function paramChange({ key, values }: ComparedValue, from: number, to: number, t: Translate): Phrase {
  const [before, after] = [values[from] ?? null, values[to] ?? null];
  if (before === null) return phrase(t("{0} {1} added"), keyPhrase(key), valuePhrase(after ?? ""));
  if (after === null) return phrase(t("{0} {1} removed"), keyPhrase(key), valuePhrase(before));
  const [left, right] = pairPhrases(before, after);
  return phrase(t("{0} {1} -> {2}"), keyPhrase(key), left, right);
}

/** What a run has: `lr 0.05`. */
export function paramValue({ key, values }: ComparedValue, run: number): Phrase {
  return [...keyPhrase(key), ...words(" "), ...valuePhrase(values[run] ?? "")];
}

/** Values told one by one; more are counted. */
const TOLD = 3;

/** What a param is over all of the runs: `lr (0.01 to 0.1)`, `optimizer (adam, sgd)`, `path (7 values)`. */
export function paramSpread({ key, values }: ComparedValue, t: Translate): Phrase {
  return phrase("{0} ({1})", keyPhrase(key), spreadOf([...new Set(values.filter((value) => value !== null))], t));
}

function spreadOf(found: readonly string[], t: Translate): Phrase {
  const [only = ""] = found;
  if (found.length === 1) return phrase(t("{0} or missing"), valuePhrase(only));
  const isNumeric = found.every((value) => numberOf(value) !== null);
  const ascending = found.toSorted((a, b) => (isNumeric && (numberOf(a) ?? 0) - (numberOf(b) ?? 0)) || byNature(a, b));
  if (found.length > 2 && isNumeric) {
    return phrase(t("{0} to {1}"), valuePhrase(ascending[0] ?? ""), valuePhrase(ascending.at(-1) ?? ""));
  }
  if (found.length > TOLD) return phrase(t("{0} values"), countPhrase(found.length));
  return joined(ascending.map(valuePhrase), ", ");
}

/** A param by its key. */
export function keyPhrase(key: string): Phrase {
  return [{ kind: "param", text: shownKey(key), key }];
}
