import type { Tolerance } from "../../model/verdict.ts";
import type { ComparedMetric } from "../../model/views.ts";
import { type Phrase, phrase } from "./phrase.ts";
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
    const run = speaker.run(best);
    if (contests.length === 1) return [phrase(t("{0} is best on {1} too"), run, metricPhrase(only.metric.key))];
    if (contests.length === 2) return [phrase(t("{0} is best on both other metrics too"), run)];
    return [phrase(t("{0} is best on all {1} other metrics too"), run, countPhrase(contests.length))];
  }
  if (lost.length > NAMED) {
    return [
      phrase(
        t("other runs are best on {0} of {1} other metrics"),
        countPhrase(lost.length),
        countPhrase(contests.length),
      ),
    ];
  }
  return lost.map(({ leaders: [winner = -1], metric }) =>
    phrase(t("{0} is best on {1}"), speaker.run(winner), metricPhrase(metric.key)),
  );
}

/** Whether two values differ, so that someone is best. */
function isContest({ ranked, leaders }: Standing): boolean {
  return ranked.length > leaders.length;
}
