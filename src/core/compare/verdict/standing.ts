import { isBetter } from "../../model/best.ts";
import type { Tolerance } from "../../model/verdict.ts";
import type { ComparedMetric } from "../../model/views.ts";
import { isClose } from "../delta.ts";

/** How runs stand on one metric. Runs are indices. */
export interface Standing {
  readonly metric: ComparedMetric;
  /** Last values; null where a run has none. */
  readonly values: readonly (number | null)[];
  /** Runs with a finite value: the best first, the least first where the goal is unknown; equal ones in their order. */
  readonly ranked: readonly number[];
  /** Those that share the best value, within the tolerance. */
  readonly leaders: readonly number[];
  readonly missing: readonly number[];
  /** Runs whose value is NaN or infinite. */
  readonly notFinite: readonly number[];
}

export function standingOf(metric: ComparedMetric, tolerance: Tolerance): Standing {
  const values = metric.values.map((value) => value?.last.value ?? null);
  const all = values.map((_, i) => i);
  const ranked = all.filter((i) => Number.isFinite(values[i] ?? Number.NaN));
  const order = metric.goal === "unknown" ? "min" : metric.goal;
  ranked.sort((a, b) => {
    const [left, right] = [finite(values[a]), finite(values[b])];
    if (left === right) return a - b;
    return isBetter(left, right, order) ? -1 : 1;
  });
  const best = finite(values[ranked[0] ?? -1]);
  return {
    metric,
    values,
    ranked,
    leaders: ranked.filter((i) => isClose(finite(values[i]), best, tolerance)).sort((a, b) => a - b),
    missing: all.filter((i) => values[i] === null),
    notFinite: all.filter((i) => values[i] !== null && !Number.isFinite(values[i])),
  };
}

/** The value of a run that has a finite one. */
export function lastOf(standing: Standing, run: number): number {
  return finite(standing.values[run]);
}

function finite(value: number | null | undefined): number {
  return value ?? Number.NaN;
}
