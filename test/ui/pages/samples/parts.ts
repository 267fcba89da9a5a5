import type { MetricHistory } from "../../../../src/core/model/metric.ts";
import type { LocatedProblem } from "../../../../src/core/model/problem.ts";
import type { RunRef } from "../../../../src/core/model/run.ts";
import type { KeyValue } from "../../../../src/core/model/text.ts";
import type { RunRow, RunView } from "../../../../src/core/model/views.ts";

export const STORE = "/home/ada/churn/mlruns";
export const HOUR = 3_600_000;
export const NOW = Date.now();

export function refOf(run: string): RunRef {
  return { store: STORE, experiment: "340552200834895538", run };
}

export function keyValues(texts: Readonly<Record<string, string>>): KeyValue[] {
  return Object.entries(texts).map(([key, value]) => ({ key, value }));
}

/** A finished, unremarkable run, but for what is said. */
export function row(changes: Partial<RunRow> = {}): RunRow {
  const id = changes.id ?? "7c1e0f6b2f4f4e1f9a3b5d8e6c0a1b2c";
  return {
    ref: refOf(id),
    id,
    label: "brave-swan-412",
    name: "brave-swan-412",
    status: "finished",
    lifecycle: "active",
    start: NOW - 75 * HOUR,
    end: NOW - 75 * HOUR + 252_000,
    primary: { key: "val_rmse", value: 0.41235817, best: true },
    telling: keyValues({ max_depth: "12", learning_rate: "0.05" }),
    children: 0,
    problems: 0,
    counts: { metrics: 5, params: 9, tags: 8, datasets: 1, models: 1 },
    ...changes,
  };
}

export function metric(key: string, value: number, more: Partial<RunView["metrics"][number]> = {}) {
  return {
    key,
    last: { value, timestamp: NOW - 74 * HOUR, step: 0 },
    first: value,
    min: value,
    max: value,
    count: 1,
    goal: "unknown",
    ...more,
  } satisfies RunView["metrics"][number];
}

/** A metric of many steps that falls from `first` to `value`. */
export function curve(key: string, first: number, value: number, count: number) {
  const last = { value, timestamp: NOW - 74 * HOUR, step: count - 1 };
  const [min, max] = [Math.min(first, value), Math.max(first, value)];
  return metric(key, value, { last, first, min, max, count, goal: first > value ? "min" : "max" });
}

/** All points of such a curve, with some noise that is the same at each call. */
export function history(key: string, first: number, value: number, count: number): MetricHistory {
  const steps = Float64Array.from({ length: count }, (_, i) => i);
  const noise = (i: number) => Math.sin(i * 12.9898 + first * 78.233) * 0.02 * Math.abs(first - value);
  const values = steps.map((step, i) => value + (first - value) * Math.exp((-5 * step) / count) + noise(i));
  return { key, steps, values, timestamps: steps.map((step) => NOW - 75 * HOUR + step * 1000) };
}

export function problem(changes: Partial<LocatedProblem>): LocatedProblem {
  return {
    code: "metric-line",
    severity: "warning",
    file: "340552200834895538/7c1e0f6b/metrics/loss",
    line: 17,
    reason: "This line is not a metric: three fields were expected, two were found.",
    store: STORE,
    experiment: "340552200834895538",
    run: "7c1e0f6b",
    ...changes,
  };
}

/** A run with nothing but its name. */
export function bareRun(changes: Partial<RunView> = {}): RunView {
  const own = changes.row ?? row();
  return {
    row: own,
    info: {
      experiment: own.ref.experiment,
      folder: own.ref.run,
      id: own.id,
      experimentId: own.ref.experiment,
      name: own.name,
      status: "FINISHED",
      lifecycle: own.lifecycle,
      start: own.start,
      end: own.end,
      user: "ada",
      artifactUri: `${STORE}/${own.ref.experiment}/${own.id}/artifacts`,
      readable: true,
    },
    experimentName: "churn",
    storeLabel: "mlruns",
    primary: { key: "val_rmse", goal: "min" },
    params: [],
    tags: [],
    metrics: [],
    datasets: [],
    modelInputs: [],
    modelOutputs: [],
    versions: [],
    traces: [],
    parent: null,
    children: [],
    childCount: 0,
    previous: null,
    next: null,
    problems: [],
    ...changes,
  };
}
