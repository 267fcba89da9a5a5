import { type Goal, goalOf } from "./goal.ts";
import { type MetricUse, primaryMetric } from "./primaryMetric.ts";
import type { PrimaryMetric } from "./views.ts";

/** What people said of their metrics: goals by metric key, the primary metric by experiment name (`*` for all others). */
export interface Judging {
  readonly goals: ReadonlyMap<string, Goal>;
  readonly primary: ReadonlyMap<string, string>;
}

/** Nobody said anything: everything is guessed by the stated lists. */
export const GUESSING: Judging = { goals: new Map(), primary: new Map() };

export const ALL_EXPERIMENTS = "*";

/** A goal that a person said of a metric of one store, for this workspace alone. */
export interface SaidGoal {
  /** As in StoreRef. */
  readonly store: string;
  readonly key: string;
  readonly goal: "min" | "max";
}

/** What a repository states, and before it what was said of this store. */
export function judgingWith({ goals, primary }: Judging, said: readonly SaidGoal[], store: string): Judging {
  const own = said.filter((one) => one.store === store).map(({ key, goal }) => [key, goal] as const);
  return own.length === 0 ? { goals, primary } : { goals: new Map([...goals, ...own]), primary };
}

/** A metric's goal: as stated, else guessed from its key. */
export function statedGoal(judging: Judging, key: string): Goal {
  return judging.goals.get(key) ?? goalOf(key);
}

/** The metric that an experiment is judged by: as stated where any of its runs has it, else guessed. */
export function statedPrimary(judging: Judging, experiment: string, uses: Iterable<MetricUse>): PrimaryMetric | null {
  const metrics = [...uses];
  const stated = judging.primary.get(experiment) ?? judging.primary.get(ALL_EXPERIMENTS);
  if (stated !== undefined && metrics.some(({ key }) => key === stated)) {
    return { key: stated, goal: statedGoal(judging, stated) };
  }
  return primaryMetric(metrics, (key) => statedGoal(judging, key));
}

export function sameJudging(a: Judging, b: Judging): boolean {
  const text = ({ goals, primary }: Judging): string => JSON.stringify([[...goals], [...primary]]);
  return text(a) === text(b);
}
