import type { MetricSummary } from "../../../../../src/core/model/metric.ts";
import type { ComparedMetric, ComparedValue, Comparison, RunRow } from "../../../../../src/core/model/views.ts";

/** A metric of one point. */
export function summary(key: string, value: number, more: Partial<MetricSummary> = {}): MetricSummary {
  return { key, last: { value, timestamp: 0, step: 0 }, first: value, min: value, max: value, count: 1, ...more };
}

/** A metric whose runs have these values; null for a run that has none. */
export function metric(
  key: string,
  values: readonly (number | null)[],
  more: Partial<ComparedMetric> = {},
): ComparedMetric {
  const summaries = values.map((value) => (value === null ? null : summary(key, value)));
  return { key, goal: "min", values: summaries, best: [], differs: true, hasSteps: false, ...more };
}

export function value(key: string, values: readonly (string | null)[]): ComparedValue {
  return { key, values, differs: new Set(values).size > 1 };
}

/** So many unremarkable runs with nothing in them, but for what is said. */
export function comparison(runs: number, more: Partial<Comparison> = {}): Comparison {
  return {
    runs: Array.from({ length: runs }, (_, index) => row(index)),
    experiments: Array.from({ length: runs }, () => "churn"),
    missing: [],
    baseline: runs > 0 ? 0 : null,
    primary: null,
    metrics: [],
    params: [],
    tags: [],
    attributes: [],
    datasets: [],
    notes: [],
    ...more,
  };
}

function row(index: number): RunRow {
  const id = `run${index}`;
  return {
    ref: { store: "/s", experiment: "0", run: id },
    id,
    label: id,
    name: id,
    status: "finished",
    lifecycle: "active",
    start: index,
    end: null,
    primary: null,
    telling: [],
    children: 0,
    problems: 0,
    counts: { metrics: 0, params: 0, tags: 0, datasets: 0, models: 0 },
  };
}
