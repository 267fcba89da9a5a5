import { byNature } from "../../model/naturalOrder.ts";
import { visibleText } from "../../model/visibleText.ts";
import { listed, type Phrase, phrase } from "./phrase.ts";
import { countPhrase, type Speaker } from "./speaker.ts";
import { pairPhrases } from "./values.ts";

/** Characters of a commit's hash that are enough to know it by. */
const HASH = 8;
/** Characters of an experiment's name. */
const EXPERIMENT = 40;

/**
 * What else keeps runs from being alike: other data and other experiments always, other code only where no param
 * differs. A run that does not say its data or its commit does not differ in it.
 */
export function contextNotes(speaker: Speaker): readonly Phrase[] {
  const { t, input } = speaker;
  const code = input.params.some((param) => param.differs) ? null : commits(speaker);
  const experiments = [...new Set(input.experiments)].sort(byNature);
  const notes = [datasets(speaker), code];
  if (experiments.length === 2) {
    const [one = "", other = ""] = experiments;
    notes.push(phrase(t("they are of the experiments {0}"), listed(pairPhrases(one, other, EXPERIMENT), t)));
  } else if (experiments.length > 2) {
    notes.push(phrase(t("they are of {0} experiments"), countPhrase(experiments.length)));
  }
  return notes.filter((note) => note !== null);
}

function datasets(speaker: Speaker): Phrase | null {
  const { t } = speaker;
  const found = valuesOf(speaker, "dataset");
  const [one, other] = found;
  if (one === undefined || other === undefined) return null;
  if (found.length > 2) return phrase(t("they use {0} different datasets"), countPhrase(found.length));
  const [from, to] = pairPhrases(one, other);
  return phrase(t("the datasets differ: {0} -> {1}"), from, to);
}

function commits(speaker: Speaker): Phrase | null {
  const { t } = speaker;
  const found = valuesOf(speaker, "commit");
  const [one, other] = found;
  if (one === undefined || other === undefined) return null;
  if (found.length > 2) return phrase(t("they are of {0} different commits"), countPhrase(found.length));
  return phrase(t("the code differs: {0} -> {1}"), hashPhrase(one), hashPhrase(other));
}

/** The different values of an attribute, the baseline's first. */
function valuesOf({ input: { attributes, runs }, baseline }: Speaker, key: string): readonly string[] {
  const values = attributes.find((attribute) => attribute.key === key)?.values ?? [];
  const inOrder = [baseline, ...runs.keys()].map((run) => values[run] ?? null);
  return [...new Set(inOrder.filter((value) => value !== null))];
}

function hashPhrase(commit: string): Phrase {
  return [{ kind: "value", text: visibleText(commit).slice(0, HASH), exact: commit }];
}
