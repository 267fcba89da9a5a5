import type { Verdict } from "../../model/verdict.ts";
import { joined, type Phrase, phrase, textOfPhrase, words } from "./phrase.ts";
import { metricPhrase, type Speaker } from "./speaker.ts";

export type Said = Pick<Verdict, "parts" | "sentence" | "asks">;

/** Clauses as one sentence, and after it the question whether low or high values of `asks` are better. */
export function sentenceOf({ t }: Pick<Speaker, "t">, clauses: readonly Phrase[], asks: string | null): Said {
  const sentence = phrase(t("{0}."), joined(clauses, "; "));
  if (asks === null) return saidAs(sentence);
  const question = phrase(t("Is a lower or a higher {0} better?"), metricPhrase(asks));
  return { ...saidAs([...sentence, ...words(" "), ...question]), asks };
}

export function saidAs(parts: Phrase): Said {
  return { parts, sentence: textOfPhrase(parts), asks: null };
}
