import type { Tolerance, Verdict, VerdictOutcome } from "../model/verdict.ts";
import type { ComparedMetric } from "../model/views.ts";
import { EXACT } from "./delta.ts";
import { contextNotes } from "./verdict/contextNotes.ts";
import { gapNotes } from "./verdict/gapNotes.ts";
import { groupHeadline } from "./verdict/groupHeadline.ts";
import type { VerdictChoice, VerdictInput } from "./verdict/input.ts";
import { otherWinners } from "./verdict/otherWinners.ts";
import { pairAsides } from "./verdict/pairAsides.ts";
import { pairHeadline } from "./verdict/pairHeadline.ts";
import { paramCounts, paramsClause } from "./verdict/params.ts";
import { patternClause } from "./verdict/pattern.ts";
import type { Phrase, Translate } from "./verdict/phrase.ts";
import { sentenceOf } from "./verdict/sentence.ts";
import { type Speaker, speakerFor } from "./verdict/speaker.ts";
import { type Standing, standingOf } from "./verdict/standing.ts";
import { statusNotes } from "./verdict/statusNotes.ts";
import { otherSubjects, subjectOf } from "./verdict/subject.ts";
import { tooFew, unjudged } from "./verdict/unjudged.ts";

/**
 * What a comparison comes to, in one sentence. The rules:
 *
 * - **Judged by** the metric chosen; else the one the runs' experiments are judged by, where two runs have it and half as
 *   many as the most frequent; else the primary metric of those that two runs or more have. Values are last values.
 * - **Goal**: as chosen, else as the experiment says, else guessed from the key. Where it is not known nobody is called
 *   best: the sentence says how the values differ, and asks.
 * - **Best** is the least or greatest finite value. NaN and infinities lose and are said; a run without the metric is said
 *   to have none. Values within the tolerance of the best share it (`tied`; `equal` where all do); without a tolerance
 *   only what rounding brings about is equal.
 * - **Two runs** are told from the baseline to the other one: which is better, by how much, whether that holds on the other
 *   metrics whose goal is known (those of training beside validation do not count), and what changed.
 * - **Three or more**: the best, the next, the worst, from ten on the median; params from the baseline to the best, what
 *   the best has where it is the baseline, over all where none is best; who else is best on a metric; how many have no number.
 *   From ten on also the one param that goes with the metric, where chance does not explain it.
 * - **Deltas** are shares of the baseline's magnitude. From 0, over 0 and far below 0 the plain difference is said; ten
 *   times or a hundredth of a positive value is said in times.
 * - **Durations** only where both runs finished, one took a second, and they differ by a tenth.
 * - **Params** that tell the runs apart in their experiments come first, then by key, those that all runs have before the
 *   rest; seeds, paths and dates late, long values last. Three are named (four where there are four), the rest is counted. Values are cut where they differ.
 * - **Beside**: runs that failed, were killed, still run or never finished (while one runs, the best only `leads so far`);
 *   different datasets, different experiments, and different commits where no param differs.
 */
export function verdictOf(input: VerdictInput, choice: VerdictChoice, t: Translate): Verdict {
  if (input.runs.length < 2) return tooFew(input, t);
  const wanted = choice.baseline ?? input.baseline ?? 0;
  const speaker = speakerFor(input, wanted in input.runs ? wanted : 0, t);
  const subject = subjectOf(input, choice);
  return typeof subject === "string" ? unjudged(speaker, subject) : judged(speaker, choice, subject);
}

function judged(speaker: Speaker, choice: VerdictChoice, metric: ComparedMetric): Verdict {
  const { input, baseline } = speaker;
  const tolerance = choice.tolerance ?? EXACT;
  const standing = standingOf(metric, tolerance);
  const outcome = outcomeOf(standing);
  const others = otherSubjects(input, choice, metric);
  const told = (input.runs.length === 2 ? pairClauses : groupClauses)({
    speaker,
    standing,
    outcome,
    others,
    tolerance,
  });
  const clauses = [...told.clauses, ...contextNotes(speaker), ...statusNotes(speaker)];
  return {
    ...sentenceOf(speaker, clauses, outcome === "undecided" ? metric.key : null),
    ...{ outcome, metric: { key: metric.key, goal: metric.goal }, baseline },
    ...placesOf(standing, outcome),
    params: paramCounts(input, told.named),
  };
}

function outcomeOf({ ranked, leaders, metric, notFinite }: Standing): VerdictOutcome {
  if (ranked.length === 0) return "noNumber";
  if (ranked.length === 1 && notFinite.length === 0) return "alone";
  const differ = leaders.length < ranked.length || ranked.length === 1;
  if (!differ) return "equal";
  if (metric.goal === "unknown") return "undecided";
  return leaders.length > 1 ? "tied" : "best";
}

function placesOf({ ranked, leaders }: Standing, outcome: VerdictOutcome): Pick<Verdict, "best" | "second" | "worst"> {
  if (outcome !== "best" && outcome !== "tied") return { best: [], second: null, worst: null };
  const second = ranked.find((run) => !leaders.includes(run)) ?? null;
  return { best: leaders, second, worst: ranked.at(-1) ?? null };
}

interface Facts {
  readonly speaker: Speaker;
  readonly standing: Standing;
  readonly outcome: VerdictOutcome;
  readonly others: readonly ComparedMetric[];
  readonly tolerance: Tolerance;
}

interface Told {
  readonly clauses: readonly Phrase[];
  /** Keys of the params named. */
  readonly named: readonly string[];
}

function pairClauses({ speaker, standing, others, tolerance }: Facts): Told {
  const asides = pairAsides(speaker, standing, others, tolerance);
  const headline = [...pairHeadline(speaker, standing), ...asides.tail];
  const params = paramsClause(speaker, speaker.other);
  return { clauses: [headline, ...asides.clauses, ...params.phrases], named: params.named };
}

function groupClauses({ speaker, standing, outcome, others, tolerance }: Facts): Told {
  const [best] = standing.leaders;
  const params = paramsClause(speaker, outcome === "best" && best !== undefined ? best : null);
  const winners = outcome === "best" ? otherWinners(speaker, standing, others, tolerance) : [];
  const clauses = [
    ...[...groupHeadline(speaker, standing), ...params.phrases, ...patternClause(speaker, standing)],
    ...[...winners, ...gapNotes(speaker, standing)],
  ];
  return { clauses, named: params.named };
}
