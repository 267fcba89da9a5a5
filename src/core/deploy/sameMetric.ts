import { goalOf } from "../model/goal.ts";
import type { MetricSummary } from "../model/metric.ts";

/** The metric of this name, else those whose name ends with it: `rmse` may be what was logged as `val_rmse`. */
export function sameMetric(key: string, logged: readonly MetricSummary[]): readonly MetricSummary[] {
  const exact = logged.filter((metric) => metric.key === key);
  if (exact.length > 0 || goalOf(key) === "unknown") return exact;
  const name = key.toLowerCase();
  return logged.filter(({ key }) => {
    const other = key.toLowerCase();
    return other.endsWith(name) && /[_\-/. ]$/.test(other.slice(0, -name.length));
  });
}

/** Whether any of the metric's values is this one, as far as it is written out. */
export function agrees({ last, min, max }: MetricSummary, value: number): boolean {
  return [last.value, min, max].some((logged) => Math.abs(logged - value) <= writtenRoom(value));
}

/** How far a value may be from the one that it was written from, by the decimals it has. */
export function writtenRoom(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return Math.max(0.51 * 10 ** -decimals, Math.abs(value) * 1e-9);
}
