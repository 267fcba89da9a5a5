import { isBetter } from "../model/best.ts";
import type { Goal } from "../model/goal.ts";
import { byNature } from "../model/naturalOrder.ts";
import { grouped } from "./grouped.ts";
import { type BoxStats, boxOf } from "./statistics.ts";

/** The numbers of a group of runs in short. */
export interface GroupStats {
  readonly group: string;
  /** Runs of the group; `stats.count` of them have a finite number. */
  readonly runs: number;
  readonly stats: BoxStats;
}

/** Groups with their statistics: by their medians, the best first; by name where the goal is unknown; empty ones last. */
export function comparedGroups(
  runs: Iterable<{ readonly group: string; readonly value: number }>,
  goal: Goal,
): readonly GroupStats[] {
  const groups = [...grouped(runs, ({ group }) => group)].map(([group, members]) => ({
    group,
    runs: members.length,
    stats: boxOf(members.map(({ value }) => value)),
  }));
  return groups.sort((a, b) => byMedian(a.stats, b.stats, goal) || byNature(a.group, b.group));
}

function byMedian(a: BoxStats, b: BoxStats, goal: Goal): number {
  const [left, right] = [a.quartiles?.[1] ?? Number.NaN, b.quartiles?.[1] ?? Number.NaN];
  if (left === right) return 0;
  if (goal !== "unknown") return isBetter(left, right, goal) ? -1 : isBetter(right, left, goal) ? 1 : 0;
  return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
}
