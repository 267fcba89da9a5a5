import { isClose } from "../delta.ts";
import { deltaPhrase, numberPhrases } from "./numbers.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { isAnyLive, metricPhrase, numberPhrase, type Speaker } from "./speaker.ts";
import { lastOf, type Standing } from "./standing.ts";

/** How two runs stand, from the baseline to the other one. */
export function pairHeadline(speaker: Speaker, standing: Standing): Phrase {
  if (standing.ranked.length === 2) return bothRanked(speaker, standing);
  const [ranked] = standing.ranked;
  return ranked === undefined ? noneRanked(speaker, standing) : oneRanked(speaker, standing, ranked);
}

function bothRanked(speaker: Speaker, standing: Standing): Phrase {
  const { t, baseline, other } = speaker;
  const [base, value] = [lastOf(standing, baseline), lastOf(standing, other)];
  const [from = [], to = []] = numberPhrases([base, value]);
  const [a, b, metric] = [speaker.run(baseline), speaker.run(other), metricPhrase(standing.metric.key)];
  if (isClose(base, value)) return phrase(t("{0} and {1} are equal on {2} ({3})"), a, b, metric, numberPhrase(base));
  if (standing.leaders.length === 2) {
    return phrase(t("{0} and {1} are equal on {2} within the tolerance ({3} and {4})"), a, b, metric, from, to);
  }
  if (standing.metric.goal === "unknown") {
    const delta = deltaPhrase(value, base, t, null);
    return phrase(t("{0} is {1} in {2} and {3} in {4} ({5})"), metric, from, a, to, b, delta);
  }
  if (standing.leaders.includes(other)) {
    const text = isAnyLive(speaker) ? t("{0} leads on {1} so far ({2})") : t("{0} is best on {1} ({2})");
    return phrase(text, b, metric, deltaPhrase(value, base, t, a));
  }
  const text = isAnyLive(speaker)
    ? t("{0} is behind {1} on {2} so far ({3})")
    : t("{0} is worse than {1} on {2} ({3})");
  return phrase(text, b, a, metric, deltaPhrase(value, base, t, null));
}

function oneRanked(speaker: Speaker, standing: Standing, ranked: number): Phrase {
  const { t } = speaker;
  const rest = ranked === 0 ? 1 : 0;
  const other = standing.values[rest] ?? null;
  const value = numberPhrase(lastOf(standing, ranked));
  const [run, metric] = [speaker.run(ranked), metricPhrase(standing.metric.key)];
  if (other === null) return phrase(t("Only {0} has {1} ({2})"), run, metric, value);
  if (standing.metric.goal === "unknown") {
    return phrase(t("{0} is {1} in {2} and {3} in {4}"), metric, value, run, numberPhrase(other), speaker.run(rest));
  }
  return phrase(t("{0} is best on {1} ({2}): {3} has {4}"), run, metric, value, speaker.run(rest), numberPhrase(other));
}

function noneRanked(speaker: Speaker, { metric: { key }, values }: Standing): Phrase {
  const { t } = speaker;
  const [first = null, second = null] = values;
  const metric = metricPhrase(key);
  if (first === null || second === null) {
    const run = speaker.run(first === null ? 1 : 0);
    return phrase(t("Only {0} has {1}, and it is {2}"), run, metric, numberPhrase(first ?? second ?? Number.NaN));
  }
  if (Object.is(first, second)) return phrase(t("{0} is {1} in both runs"), metric, numberPhrase(first));
  const [a, b] = [speaker.run(0), speaker.run(1)];
  return phrase(t("{0} is {1} in {2} and {3} in {4}"), metric, numberPhrase(first), a, numberPhrase(second), b);
}
