import { isClose } from "../delta.ts";
import { median } from "../statistics.ts";
import { durationPhrase } from "./duration.ts";
import { deltaPhrase, numberPhrases } from "./numbers.ts";
import { listed, type Phrase, phrase } from "./phrase.ts";
import { countPhrase, isAnyLive, metricPhrase, numberPhrase, type Speaker } from "./speaker.ts";
import { lastOf, type Standing } from "./standing.ts";

/** From so many runs on, the middle of them is said too. */
const MANY = 10;
/** Runs that share the best value named one by one. */
const TIED = 3;

/** How three or more runs stand, clause by clause. */
export function groupHeadline(speaker: Speaker, standing: Standing): readonly Phrase[] {
  const { t } = speaker;
  const { ranked, leaders, metric } = standing;
  const [first] = ranked;
  const key = metricPhrase(metric.key);
  if (first === undefined) return [noneRanked(speaker, standing)];
  const value = numberPhrase(lastOf(standing, first));
  if (ranked.length === 1) return [phrase(t("Only {0} has a number for {1} ({2})"), speaker.run(first), key, value)];
  if (leaders.length === ranked.length) return [allEqual(speaker, standing)];
  if (metric.goal === "unknown") return [range(speaker, standing)];
  return [leading(speaker, standing), ...last(speaker, standing), ...duration(speaker, standing)];
}

function noneRanked({ t }: Speaker, { metric: { key }, values }: Standing): Phrase {
  const [first = null] = values;
  if (first === null || !values.every((value) => Object.is(value, first))) {
    return phrase(t("No run has a number for {0}"), metricPhrase(key));
  }
  return phrase(t("{0} is {1} in all {2} runs"), metricPhrase(key), numberPhrase(first), countPhrase(values.length));
}

function allEqual({ t, input }: Speaker, standing: Standing): Phrase {
  const { ranked, metric } = standing;
  const [least = Number.NaN, greatest = Number.NaN] = [ranked[0], ranked.at(-1)].map((run) =>
    lastOf(standing, run ?? -1),
  );
  const [from = [], to = []] = numberPhrases([least, greatest]);
  const all = ranked.length === input.runs.length;
  const [count, key] = [countPhrase(ranked.length), metricPhrase(metric.key)];
  if (isClose(least, greatest)) {
    const text = all
      ? t("All {0} runs are equal on {1} ({2})")
      : t("The {0} runs with a number are equal on {1} ({2})");
    return phrase(text, count, key, numberPhrase(least));
  }
  const text = all
    ? t("All {0} runs are equal on {1} within the tolerance ({2} to {3})")
    : t("The {0} runs with a number are equal on {1} within the tolerance ({2} to {3})");
  return phrase(text, count, key, from, to);
}

function range(speaker: Speaker, standing: Standing): Phrase {
  const [least = -1, greatest = -1] = [standing.ranked[0], standing.ranked.at(-1)];
  const [from = [], to = []] = numberPhrases([lastOf(standing, least), lastOf(standing, greatest)]);
  const runs = [speaker.run(least), speaker.run(greatest)];
  const [a = [], b = []] = runs;
  return phrase(speaker.t("{0} ranges from {1} ({2}) to {3} ({4})"), metricPhrase(standing.metric.key), from, a, to, b);
}

function leading(speaker: Speaker, standing: Standing): Phrase {
  const { t, input } = speaker;
  const { leaders, metric } = standing;
  const [first = -1] = leaders;
  const [second = -1, ...behind] = followers(standing);
  const [value = [], next = []] = numberPhrases([lastOf(standing, first), lastOf(standing, second)]);
  const [count, key] = [countPhrase(input.runs.length), metricPhrase(metric.key)];
  const ahead =
    isEven(standing) && behind.length > 0
      ? phrase(t(", ahead of the {0} others ({1})"), countPhrase(behind.length + 1), next)
      : phrase(t(", ahead of {0} ({1})"), speaker.run(second), next);
  if (leaders.length > 1) {
    const text = isAnyLive(speaker)
      ? t("{0} lead {1} runs on {2} so far ({3})")
      : t("{0} tie for best of {1} on {2} ({3})");
    return [...phrase(text, tied(speaker, leaders), count, key, value), ...ahead];
  }
  const text = isAnyLive(speaker) ? t("{0} leads {1} runs on {2} so far ({3})") : t("{0} is best of {1} on {2} ({3})");
  return [...phrase(text, speaker.run(first), count, key, withDelta(speaker, standing, first, value)), ...ahead];
}

/** Runs behind the leaders, the next best first. */
function followers({ ranked, leaders }: Standing): readonly number[] {
  return ranked.filter((run) => !leaders.includes(run));
}

/** Whether all that are behind have the same value. */
function isEven(standing: Standing): boolean {
  const values = followers(standing).map((run) => lastOf(standing, run));
  return values.every((value) => value === values[0]);
}

function tied(speaker: Speaker, leaders: readonly number[]): Phrase {
  const { t } = speaker;
  if (leaders.length <= TIED) return listed(leaders.map(speaker.run), t);
  const [first = -1, second = -1] = leaders;
  const rest = countPhrase(leaders.length - 2);
  return phrase(t("{0}, {1} and {2} more"), speaker.run(first), speaker.run(second), rest);
}

/** `0.398, -5.2 % vs A`; the value alone where the baseline is the best or has none. */
function withDelta(speaker: Speaker, standing: Standing, run: number, value: Phrase): Phrase {
  const { t, baseline } = speaker;
  const base = lastOf(standing, baseline);
  if (run === baseline || !Number.isFinite(base)) return value;
  return phrase("{0}, {1}", value, deltaPhrase(lastOf(standing, run), base, t, speaker.run(baseline)));
}

function last(speaker: Speaker, standing: Standing): readonly Phrase[] {
  const { t } = speaker;
  if (isEven(standing)) return [];
  const worst = standing.ranked.at(-1) ?? -1;
  const run = speaker.run(worst);
  if (standing.ranked.length < MANY)
    return [phrase(t("the worst is {0} ({1})"), run, numberPhrase(lastOf(standing, worst)))];
  const middle = median(standing.ranked.map((one) => lastOf(standing, one)));
  const [half = [], least = []] = numberPhrases([middle, lastOf(standing, worst)]);
  return [phrase(t("the median is {0}, the worst {1} ({2})"), half, least, run)];
}

function duration(speaker: Speaker, { leaders }: Standing): readonly Phrase[] {
  const { t, baseline } = speaker;
  const [best] = leaders;
  if (best === undefined || leaders.length > 1 || best === baseline) return [];
  const took = durationPhrase(speaker, best);
  return took === null ? [] : [phrase(t("{0} is {1} than {2}"), speaker.best(best), took, speaker.run(baseline))];
}
