import type { Trend } from "../model/trend.ts";
import { isClose } from "./delta.ts";
import { shownRun } from "./verdict/names.ts";
import { deltaPhrase, numberPhrases } from "./verdict/numbers.ts";
import { type Phrase, phrase, type Translate } from "./verdict/phrase.ts";
import { type Said, sentenceOf } from "./verdict/sentence.ts";
import { countPhrase, metricPhrase, numberPhrase } from "./verdict/speaker.ts";

/** What the sentence is about; runs are indices in it. */
export type TrendFacts = Pick<Trend, "metric" | "goal" | "labels" | "values">;

/**
 * Whether a metric of runs in their order gets better, in one sentence: the latest run is the best, or which one is, how
 * many came since, and how the latest stands to it. Runs whose value is NaN or infinite do not count. Where the goal is
 * not known it says how the values went, and asks.
 */
export function trendSentence(trend: TrendFacts, t: Translate): Said {
  const runs = [...trend.values.keys()].filter((run) => Number.isFinite(trend.values[run]));
  const [clauses, asks] = clausesOf({ trend, runs, t });
  return sentenceOf({ t }, clauses, asks ? trend.metric : null);
}

interface Facts {
  readonly trend: TrendFacts;
  /** Those with a finite value. */
  readonly runs: readonly number[];
  readonly t: Translate;
}

function clausesOf(facts: Facts): readonly [readonly Phrase[], asks: boolean] {
  const { trend, runs, t } = facts;
  const [first, ...others] = runs;
  const key = metricPhrase(trend.metric);
  if (first === undefined) return [[phrase(t("No run has a number for {0}"), key)], false];
  if (others.length === 0) {
    const text = t("Only {0} has a number for {1} ({2})");
    return [[phrase(text, runPhrase(trend, first), key, numberPhrase(valueAt(trend, first)))], false];
  }
  if (others.every((run) => isClose(valueAt(trend, run), valueAt(trend, first)))) {
    const count = countPhrase(runs.length);
    return [[phrase(t("All {0} runs are equal on {1} ({2})"), count, key, numberPhrase(valueAt(trend, first)))], false];
  }
  if (trend.goal === "unknown") return [[course(facts)], true];
  return [[standing(facts), ...improvements(facts)], false];
}

function course({ trend, runs, t }: Facts): Phrase {
  const [first = -1, last = -1] = [runs[0], runs.at(-1)];
  const ascending = Float64Array.from(runs, (run) => valueAt(trend, run)).sort();
  const [least = Number.NaN, most = Number.NaN] = [ascending[0], ascending.at(-1)];
  const [from = [], to = [], low = [], high = []] = numberPhrases([
    valueAt(trend, first),
    valueAt(trend, last),
    least,
    most,
  ]);
  return phrase(
    t("{0} went from {1} ({2}) to {3} ({4}) over {5} runs, between {6} and {7}"),
    ...[metricPhrase(trend.metric), from, runPhrase(trend, first), to, runPhrase(trend, last)],
    ...[countPhrase(runs.length), low, high],
  );
}

function standing(facts: Facts): Phrase {
  const { trend, runs, t } = facts;
  const leaders = leadersOf(facts);
  const [best = -1, before = -1] = [leaders.at(-1), leaders.at(-2)];
  const latest = runs.at(-1) ?? -1;
  const [key, count, value] = [metricPhrase(trend.metric), countPhrase(runs.length), valueAt(trend, best)];
  if (best === latest) {
    const delta = deltaPhrase(value, valueAt(trend, before), t, runPhrase(trend, before));
    const text = t("The latest run, {0}, is the best of {1} on {2} ({3}, {4})");
    return phrase(text, runPhrase(trend, best), count, key, numberPhrase(value), delta);
  }
  const since = runs.length - 1 - runs.indexOf(best);
  const [run, shown] = [runPhrase(trend, best), numberPhrase(value)];
  const delta =
    valueAt(trend, latest) === value ? numberPhrase(value) : deltaPhrase(valueAt(trend, latest), value, t, null);
  if (since === 1) {
    const text = t("{0} is best of {1} on {2} ({3}), and the run since, {4}, is no better ({5})");
    return phrase(text, run, count, key, shown, runPhrase(trend, latest), delta);
  }
  const text =
    since === 2
      ? t("{0} is best of {1} on {2} ({3}), and neither of the two runs since is better; the latest is {5} ({6})")
      : t("{0} is best of {1} on {2} ({3}), and none of the {4} runs since is better; the latest is {5} ({6})");
  return phrase(text, run, count, key, shown, countPhrase(since), runPhrase(trend, latest), delta);
}

/** Runs that were the best when they came, in their order. */
function leadersOf({ trend, runs }: Facts): readonly number[] {
  const leaders: number[] = [];
  for (const run of runs) {
    const [value, best] = [valueAt(trend, run), valueAt(trend, leaders.at(-1) ?? -1)];
    if (Number.isNaN(best) || (trend.goal === "min" ? value < best : value > best)) leaders.push(run);
  }
  return leaders;
}

function improvements(facts: Facts): readonly Phrase[] {
  const { t } = facts;
  const times = leadersOf(facts).length - 1;
  if (times < 1) return [phrase(t("the first was never beaten"))];
  if (times <= 2) return [phrase(times === 1 ? t("it improved once") : t("it improved twice"))];
  return [phrase(t("it improved {0} times"), countPhrase(times))];
}

function valueAt({ values }: TrendFacts, run: number): number {
  return values[run] ?? Number.NaN;
}

function runPhrase({ labels }: TrendFacts, run: number): Phrase {
  return [{ kind: "run", text: shownRun(labels[run] ?? ""), run }];
}
