import { type Goal, goalOf } from "./goal.ts";
import { METRIC_PARTS, PART_WORDS, partOfWords } from "./metricPart.ts";
import { metricWords } from "./metricWords.ts";
import { byText } from "./text.ts";
import type { PrimaryMetric } from "./views.ts";

/** A metric key and how many runs have it. */
export interface MetricUse {
  readonly key: string;
  readonly runs: number;
}

/** Of two that are equal in all else, the more telling name first. */
const RANK: readonly string[] = [
  ...["rmse", "mae", "mse", "mape", "smape", "r2", "accuracy", "acc", "f1", "auc", "map", "iou", "precision", "recall"],
  ...["error", "logloss", "loss"],
];

/**
 * The metric runs are judged by where nobody said which. Of the keys whose goal is known, those that at least half as
 * many runs have as the most frequent of them; then validation before test before plain before training, more runs
 * first, the stated rank of names, and at last the key by code point. Without a known goal, the key most runs have.
 * Metrics of the machine (`system/…`) are never it; null where there is no other.
 */
export function primaryMetric(
  metrics: Iterable<MetricUse>,
  goal: (key: string) => Goal = goalOf,
): PrimaryMetric | null {
  const candidates: Candidate[] = [];
  for (const use of metrics) {
    if (!use.key.startsWith("system/") && use.runs > 0) candidates.push(candidate(use, goal(use.key)));
  }
  const judged = candidates.filter(({ goal }) => goal !== "unknown");
  const usual = Math.max(0, ...judged.map(({ runs }) => runs)) / 2;
  const best = least(judged.length > 0 ? judged.filter(({ runs }) => runs >= usual) : candidates);
  return best === null ? null : { key: best.key, goal: best.goal };
}

interface Candidate extends MetricUse, PrimaryMetric {
  readonly part: number;
  readonly rank: number;
}

function candidate({ key, runs }: MetricUse, goal: Goal): Candidate {
  if (goal === "unknown") return { key, runs, goal, part: 0, rank: 0 };
  const words = new Set(metricWords(key, KNOWN));
  const rank = RANK.findIndex((name) => words.has(name));
  const part = METRIC_PARTS.indexOf(partOfWords(words));
  return { key, runs, goal, part, rank: rank < 0 ? RANK.length : rank };
}

const KNOWN: ReadonlySet<string> = new Set([...RANK, ...PART_WORDS]);

function least(candidates: readonly Candidate[]): Candidate | null {
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  return others.reduce((best, next) => (order(next, best) < 0 ? next : best), first);
}

function order(a: Candidate, b: Candidate): number {
  return a.part - b.part || b.runs - a.runs || a.rank - b.rank || byText(a.key, b.key);
}
