import { metricPart } from "../../model/metricPart.ts";
import { primaryMetric } from "../../model/primaryMetric.ts";
import type { ComparedMetric, PrimaryMetric } from "../../model/views.ts";
import type { VerdictChoice, VerdictInput } from "./input.ts";

/** Why there is nothing to judge by. */
export type NoSubject = "noMetric" | "notShared";

/** The metric that the runs are judged by, with its last values. */
export function subjectOf(input: VerdictInput, choice: VerdictChoice): ComparedMetric | NoSubject {
  const { metrics } = input;
  if (choice.metric !== undefined) return chosen(metrics, choice.metric, choice);
  const shared = metrics.filter((metric) => coverage(metric) >= 2);
  const counted = shared.length > 0 ? shared : metrics.filter((metric) => coverage(metric) > 0);
  if (!counted.some(({ key }) => !isOfMachine(key))) return "noMetric";
  if (shared.length === 0 || !shared.some(({ key }) => !isOfMachine(key))) return "notShared";
  const primary = primaryOf(shared, input.primary);
  return primary === null ? "noMetric" : chosen(metrics, primary.key, choice);
}

/** The experiments' own where half as many runs have it as the most frequent; else the one these runs would have. */
function primaryOf(shared: readonly ComparedMetric[], primary: PrimaryMetric | null): PrimaryMetric | null {
  const most = Math.max(...shared.map(coverage));
  const own = shared.find(({ key }) => key === primary?.key);
  if (primary && own && coverage(own) * 2 >= most) return primary;
  return primaryMetric(shared.map((metric) => ({ key: metric.key, runs: coverage(metric) })));
}

function chosen(metrics: readonly ComparedMetric[], key: string, choice: VerdictChoice): ComparedMetric | NoSubject {
  const found = metrics.find((metric) => metric.key === key);
  return found === undefined ? "noMetric" : withGoal(found, choice);
}

function withGoal(metric: ComparedMetric, { goals }: VerdictChoice): ComparedMetric {
  const goal = goals?.get(metric.key);
  return goal === undefined ? metric : { ...metric, goal };
}

/** The other metrics that say something of quality: their goal is known, and training stands beside training alone. */
export function otherSubjects(
  input: VerdictInput,
  choice: VerdictChoice,
  subject: ComparedMetric,
): readonly ComparedMetric[] {
  const isTraining = metricPart(subject.key) === "training";
  return input.metrics
    .filter(({ key }) => key !== subject.key && (isTraining || metricPart(key) !== "training"))
    .map((metric) => withGoal(metric, choice))
    .filter(({ goal }) => goal !== "unknown");
}

function coverage({ values }: ComparedMetric): number {
  return values.reduce((count, value) => (value === null ? count : count + 1), 0);
}

function isOfMachine(key: string): boolean {
  return key.startsWith("system/");
}
