import { type Phrase, phrase } from "./phrase.ts";
import { countPhrase, metricPhrase, numberPhrase, type Speaker } from "./speaker.ts";
import type { Standing } from "./standing.ts";

/** Which of three or more runs have no number to judge by: those without the metric, and those with NaN or an infinity. */
export function gapNotes(
  speaker: Speaker,
  { metric, ranked, missing, notFinite, values }: Standing,
): readonly Phrase[] {
  const { t } = speaker;
  const total = countPhrase(values.length);
  const notes: Phrase[] = [];
  const [first] = missing;
  if (missing.length === 1 && first !== undefined) {
    notes.push(phrase(t("{0} has no {1}"), speaker.run(first), metricPhrase(metric.key)));
  } else if (missing.length > 1) {
    notes.push(phrase(t("{0} of {1} have no {2}"), countPhrase(missing.length), total, metricPhrase(metric.key)));
  }
  const [odd] = notFinite;
  // Where nobody has a number the headline says so.
  if (ranked.length === 0) return notes;
  if (notFinite.length === 1 && odd !== undefined) {
    notes.push(phrase(t("{0} has {1}"), speaker.run(odd), numberPhrase(values[odd] ?? Number.NaN)));
  } else if (notFinite.length > 1) {
    notes.push(phrase(t("{0} of {1} have NaN or an infinity"), countPhrase(notFinite.length), total));
  }
  return notes;
}
