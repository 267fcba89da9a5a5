import { isBetter } from "../../model/best.ts";
import type { Tolerance } from "../../model/verdict.ts";
import type { ComparedMetric } from "../../model/views.ts";
import { durationPhrase } from "./duration.ts";
import { deltaPhrase } from "./numbers.ts";
import { type Phrase, phrase, words } from "./phrase.ts";
import { countPhrase, metricPhrase, type Speaker } from "./speaker.ts";
import { lastOf, type Standing, standingOf } from "./standing.ts";

/** What is said beside the headline of two runs: `tail` follows it at once, `clauses` stand on their own. */
export interface Asides {
  readonly tail: Phrase;
  readonly clauses: readonly Phrase[];
}

/** How the other run stands on the other metrics, and whether it took longer. */
export function pairAsides(
  speaker: Speaker,
  standing: Standing,
  others: readonly ComparedMetric[],
  tolerance: Tolerance,
): Asides {
  const { t, other } = speaker;
  const duration = durationPhrase(speaker, other);
  const side = sideOf(standing, other);
  const contest = contestOf(
    others.map((metric) => standingOf(metric, tolerance)),
    other,
  );
  if (side === "better" || side === "worse") {
    const tail = side === "better" ? betterTail(speaker, contest) : worseTail(speaker, contest);
    return { tail: duration === null ? tail : [...tail, ...words(", "), ...duration], clauses: [] };
  }
  const clauses = side === "even" ? evenClauses(speaker, contest) : [];
  const took =
    duration && phrase(t("{0} is {1} than {2}"), speaker.run(other), duration, speaker.run(speaker.baseline));
  return { tail: [], clauses: took === null ? clauses : [...clauses, took] };
}

type Side = "better" | "worse" | "even" | "unclear";

function sideOf(standing: Standing, other: number): Side {
  const { ranked, leaders, metric } = standing;
  if (ranked.length < 2) return "unclear";
  if (leaders.length === 2) return "even";
  if (metric.goal === "unknown") return "unclear";
  return isBetter(lastOf(standing, other), lastOf(standing, other === 0 ? 1 : 0), metric.goal) ? "better" : "worse";
}

interface Contest {
  readonly better: readonly Standing[];
  readonly worse: readonly Standing[];
  /** Metrics that both runs have. */
  readonly total: number;
}

function contestOf(standings: readonly Standing[], other: number): Contest {
  const shared = standings.filter(({ ranked }) => ranked.length === 2);
  const on = (side: Side): readonly Standing[] => shared.filter((standing) => sideOf(standing, other) === side);
  return { better: on("better"), worse: on("worse"), total: shared.length };
}

function betterTail(speaker: Speaker, { better, worse, total }: Contest): Phrase {
  const { t } = speaker;
  if (worse.length === 0) return alsoTail(speaker, better, total);
  const [only] = worse;
  if (only && worse.length === 1) return phrase(t(" but worse on {0}"), withDelta(speaker, only));
  if (worse.length === 2 && total === 2) return words(t(" but worse on both other metrics"));
  if (worse.length === total) return phrase(t(" but worse on all {0} other metrics"), countPhrase(total));
  return phrase(t(" but worse on {0} of {1} other metrics"), countPhrase(worse.length), countPhrase(total));
}

function worseTail(speaker: Speaker, { better, worse, total }: Contest): Phrase {
  const { t } = speaker;
  if (better.length === 0) return alsoTail(speaker, worse, total);
  const [only] = better;
  if (only && better.length === 1) return phrase(t(" but better on {0}"), withDelta(speaker, only));
  if (better.length === 2 && total === 2) return words(t(" but better on both other metrics"));
  if (better.length === total) return phrase(t(" but better on all {0} other metrics"), countPhrase(total));
  return phrase(t(" but better on {0} of {1} other metrics"), countPhrase(better.length), countPhrase(total));
}

function alsoTail(speaker: Speaker, also: readonly Standing[], total: number): Phrase {
  const { t } = speaker;
  const [only] = also;
  if (only === undefined) return [];
  if (also.length === 1) return phrase(t(" and on {0}"), withDelta(speaker, only));
  if (also.length === 2 && total === 2) return words(t(" and on both other metrics"));
  if (also.length === total) return phrase(t(" and on all {0} other metrics"), countPhrase(total));
  return phrase(t(" and on {0} of {1} other metrics"), countPhrase(also.length), countPhrase(total));
}

function evenClauses(speaker: Speaker, { better, worse, total }: Contest): readonly Phrase[] {
  const { t } = speaker;
  const run = speaker.run(speaker.other);
  const [counts, of] = [[countPhrase(better.length), countPhrase(worse.length)] as const, countPhrase(total)];
  if (better.length > 0 && worse.length > 0) {
    return [phrase(t("{0} is better on {1} and worse on {2} of {3} other metrics"), run, ...counts, of)];
  }
  const [first] = better.length > 0 ? better : worse;
  if (first === undefined) return [];
  const isBest = better.length > 0;
  if (better.length + worse.length === 1) {
    return [phrase(isBest ? t("{0} is better on {1}") : t("{0} is worse on {1}"), run, withDelta(speaker, first))];
  }
  const text = isBest ? t("{0} is better on {1} of {2} other metrics") : t("{0} is worse on {1} of {2} other metrics");
  return [phrase(text, run, countPhrase(better.length + worse.length), of)];
}

/** `mae (+2.1 %)`. */
function withDelta({ t, baseline, other }: Speaker, standing: Standing): Phrase {
  const delta = deltaPhrase(lastOf(standing, other), lastOf(standing, baseline), t, null);
  return phrase("{0} ({1})", metricPhrase(standing.metric.key), delta);
}
