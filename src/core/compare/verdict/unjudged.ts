import type { Verdict } from "../../model/verdict.ts";
import { contextNotes } from "./contextNotes.ts";
import type { VerdictInput } from "./input.ts";
import { paramCounts, paramsClause } from "./params.ts";
import { type Phrase, phrase, type Translate, words } from "./phrase.ts";
import { saidAs, sentenceOf } from "./sentence.ts";
import { countPhrase, type Speaker } from "./speaker.ts";
import { statusNotes } from "./statusNotes.ts";
import type { NoSubject } from "./subject.ts";

const NOBODY = { metric: null, best: [], second: null, worst: null } as const;

/** The verdict on runs that no metric can judge: how else they differ. */
export function unjudged(speaker: Speaker, reason: NoSubject): Verdict {
  const { input, baseline } = speaker;
  const params = paramsClause(speaker, input.runs.length === 2 ? speaker.other : null);
  const clauses = [whyNot(speaker, reason), ...params.phrases, ...contextNotes(speaker), ...statusNotes(speaker)];
  const said = sentenceOf(speaker, clauses, null);
  return { ...NOBODY, ...said, outcome: reason, baseline, params: paramCounts(input, params.named) };
}

function whyNot(speaker: Speaker, reason: NoSubject): Phrase {
  const { t, input } = speaker;
  if (reason === "noMetric") return words(t("No metrics are logged"));
  if (input.runs.length > 2) {
    return phrase(t("No two of the {0} runs have a metric in common"), countPhrase(input.runs.length));
  }
  const { baseline, other } = speaker;
  const hasAny = (run: number): boolean => input.metrics.some(({ values }) => (values[run] ?? null) !== null);
  if (!hasAny(baseline) || !hasAny(other)) {
    return phrase(t("Only {0} has metrics"), speaker.run(hasAny(baseline) ? baseline : other));
  }
  return phrase(t("{0} and {1} have no metric in common"), speaker.run(baseline), speaker.run(other));
}

/** The verdict on one run, or on none. */
export function tooFew(input: VerdictInput, t: Translate): Verdict {
  const isOne = input.runs.length === 1;
  const text = isOne ? t("One run alone cannot be compared.") : t("There are no runs to compare.");
  const params = paramCounts(input, []);
  return { ...NOBODY, ...saidAs(words(text)), outcome: "tooFew", baseline: isOne ? 0 : null, params };
}
