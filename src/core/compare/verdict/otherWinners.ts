import type { Tolerance } from "../../model/verdict.ts";
import type { ComparedMetric } from "../../model/views.ts";
import { grouped } from "../grouped.ts";
import { listed, type Phrase, phrase } from "./phrase.ts";
import { countPhrase, metricPhrase, type Speaker } from "./speaker.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Metrics won by another run that are named; more are counted. */
const NAMED = 2;

/** How the best of three or more runs stands on the other metrics: who else is best on one. */
export function otherWinners(
  speaker: Speaker,
  { leaders }: Standing,
  others: readonly ComparedMetric[],
  tolerance: Tolerance,
): readonly Phrase[] {
  const { t } = speaker;
  const [best] = leaders;
  if (best === undefined || leaders.length > 1) return [];
  const contests = others.map((metric) => standingOf(metric, tolerance)).filter(isContest);
  const lost = contests.filter((contest) => !contest.leaders.includes(best));
  const [only] = contests;
  if (only === undefined) return [];
  if (lost.length === 0) {
    const run = speaker.best(best);
    if (contests.length === 1) return [phrase(t("{0} leads on {1} too"), run, metricPhrase(only.metric.key))];
    if (contests.length === 2) return [phrase(t("{0} leads on both other metrics too"), run)];
    return [phrase(t("{0} leads on all {1} other metrics too"), run, countPhrase(contests.length))];
  }
  const [some, all] = [countPhrase(lost.length), countPhrase(contests.length)];
  if (lost.length > NAMED && lost.length === contests.length) {
    return [phrase(t("other runs are best on all {0} other metrics"), all)];
  }
  if (lost.length > NAMED) return [phrase(t("other runs are best on {0} of {1} other metrics"), some, all)];
  const winners = grouped(lost, ({ leaders: [winner = -1] }) => winner);
  return [...winners].map(([winner, won]) => {
    const metrics = listed(
      won.map(({ metric }) => metricPhrase(metric.key)),
      t,
    );
    return phrase(t("{0} is best on {1}"), speaker.run(winner), metrics);
  });
}

/** Whether two values differ, so that someone is best. */
function isContest({ ranked, leaders }: Standing): boolean {
  return ranked.length > leaders.length;
}
