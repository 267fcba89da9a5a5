import { countText } from "../../model/numberText.ts";
import type { VerdictInput } from "./input.ts";
import { runNames } from "./names.ts";
import { numberPhrases } from "./numbers.ts";
import { type Phrase, type Translate, words } from "./phrase.ts";
import { shownKey } from "./values.ts";

/** What the clauses of a verdict are said with. */
export interface Speaker {
  readonly t: Translate;
  readonly input: VerdictInput;
  readonly baseline: number;
  /** Of two runs the one that is not the baseline. */
  readonly other: number;
  /** A run by name. */
  run(run: number): Phrase;
  /** The best run, where the headline has named it. */
  best(run: number): Phrase;
}

export function speakerFor(input: VerdictInput, baseline: number, t: Translate): Speaker {
  const names = runNames(input);
  const run = (index: number): Phrase => [{ kind: "run", text: names[index] ?? "", run: index }];
  const best = (index: number): Phrase => [{ kind: "run", text: t("the best run"), run: index }];
  return { t, input, baseline, other: baseline === 0 ? 1 : 0, run, best };
}

export function metricPhrase(key: string): Phrase {
  return [{ kind: "metric", text: shownKey(key), key }];
}

export function numberPhrase(value: number): Phrase {
  return numberPhrases([value])[0] ?? [];
}

export function countPhrase(count: number): Phrase {
  return words(countText(count));
}

/** Whether more values may come: then nothing is the last word. */
export function isAnyLive({ input }: Speaker): boolean {
  return input.runs.some(({ status }) => status === "live");
}
