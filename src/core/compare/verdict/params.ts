import type { Verdict } from "../../model/verdict.ts";
import type { ComparedValue } from "../../model/views.ts";
import type { VerdictInput } from "./input.ts";
import { paramChange, paramSpread, paramValue } from "./paramChange.ts";
import { paramOrder } from "./paramOrder.ts";
import { joined, type Phrase, phrase, words } from "./phrase.ts";
import { countPhrase, type Speaker } from "./speaker.ts";

/** Params named in a sentence; where only one more differs it is named too, not counted. */
const NAMED = 3;

export interface ParamsClause {
  /** The clause; none where there are no params at all. */
  readonly phrases: readonly Phrase[];
  readonly named: readonly string[];
}

/**
 * How the params differ: from the baseline to `to` where that is another run, what `to` has where it is the baseline,
 * else over all of the runs.
 */
export function paramsClause(speaker: Speaker, to: number | null): ParamsClause {
  const { input } = speaker;
  const differing = input.params.filter((param) => param.differs);
  if (differing.length === 0) return { phrases: allTheSame(speaker), named: [] };
  if (input.runs.length === 2 && !input.params.some(isShared)) {
    return { phrases: [apart(speaker)], named: [] };
  }
  const lead = countOf(speaker, differing.length);
  if (to === null) return over(speaker, lead, differing);
  return to === speaker.baseline ? within(speaker, lead, differing, to) : between(speaker, lead, differing, to);
}

export function paramCounts({ params }: VerdictInput, named: readonly string[]): Verdict["params"] {
  return { differing: params.filter(({ differs }) => differs).length, total: params.length, named };
}

/** Of two runs that have no param in common. */
function apart(speaker: Speaker): Phrase {
  const { t, input, baseline, other } = speaker;
  const hasAny = (run: number): boolean => input.params.some(({ values }) => (values[run] ?? null) !== null);
  if (hasAny(baseline) && hasAny(other)) return words(t("they have no params in common"));
  return phrase(t("only {0} has params"), speaker.run(hasAny(baseline) ? baseline : other));
}

function isShared({ values }: ComparedValue): boolean {
  return values.every((value) => value !== null);
}

function allTheSame({ t, input }: Speaker): readonly Phrase[] {
  const total = input.params.length;
  if (total === 0) return [];
  if (total <= 2) return [words(total === 1 ? t("the only param is the same") : t("both params are the same"))];
  return [phrase(t("all {0} params are the same"), countPhrase(total))];
}

function countOf({ t, input }: Speaker, differing: number): Phrase {
  const total = input.params.length;
  if (total === 1) return words(t("the only param differs"));
  if (differing === 2 && total === 2) return words(t("both params differ"));
  if (differing === total) return phrase(t("all {0} params differ"), countPhrase(total));
  const text = differing === 1 ? t("{0} of {1} params differs") : t("{0} of {1} params differ");
  return phrase(text, countPhrase(differing), countPhrase(total));
}

function over({ t, input }: Speaker, lead: Phrase, differing: readonly ComparedValue[]): ParamsClause {
  const { named, rest } = chosen(paramOrder(differing, input.runs));
  const told = named.map((param) => paramSpread(param, t));
  return { phrases: [withList(lead, told, rest, t)], named: named.map(({ key }) => key) };
}

function within(speaker: Speaker, count: Phrase, differing: readonly ComparedValue[], run: number): ParamsClause {
  const { t, input } = speaker;
  const own = differing.filter(({ values }) => (values[run] ?? null) !== null);
  if (own.length === 0) return over(speaker, count, differing);
  const { named, rest } = chosen(paramOrder(own, input.runs));
  const told = named.map((param) => paramValue(param, run));
  const list = joined(told, ", ");
  const text = rest === 0 ? t("{0}, {1} has {2}") : t("{0}, {1} has {2} and {3} more");
  return {
    phrases: [phrase(text, count, speaker.best(run), list, countPhrase(rest))],
    named: named.map(({ key }) => key),
  };
}

function between(speaker: Speaker, count: Phrase, differing: readonly ComparedValue[], to: number): ParamsClause {
  const { t, input, baseline } = speaker;
  const changed = differing.filter(({ values }) => values[baseline] !== values[to]);
  const ends = [speaker.run(baseline), speaker.best(to)];
  if (changed.length === 0) return { phrases: [phrase(t("{0}, none between {1} and {2}"), count, ...ends)], named: [] };
  const lead = input.runs.length > 2 ? phrase(t("{0}, from {1} to {2}"), count, ...ends) : count;
  const { named, rest } = chosen(paramOrder(changed, input.runs));
  const told = named.map((param) => paramChange(param, baseline, to, t));
  return { phrases: [withList(lead, told, rest, t)], named: named.map(({ key }) => key) };
}

function chosen(ordered: readonly ComparedValue[]): { named: readonly ComparedValue[]; rest: number } {
  const named = ordered.slice(0, ordered.length === NAMED + 1 ? ordered.length : NAMED);
  return { named, rest: ordered.length - named.length };
}

function withList(lead: Phrase, told: readonly Phrase[], rest: number, t: Speaker["t"]): Phrase {
  const list = joined(told, ", ");
  if (rest === 0) return phrase(t("{0}: {1}"), lead, list);
  return phrase(t("{0}: {1} and {2} more"), lead, list, countPhrase(rest));
}
