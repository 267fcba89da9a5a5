/** One logged value. `timestamp` in milliseconds since 1970 (seconds in a few stores of 0.x), `step` an integer. */
export interface MetricPoint {
  readonly value: number;
  readonly timestamp: number;
  readonly step: number;
}

/**
 * A metric of a run in short. `last` is MLflow's: the greatest by step, then timestamp, then value;
 * `first` is the first logged; `min` and `max` leave NaN out and are NaN only when nothing else was logged.
 */
export interface MetricSummary {
  readonly key: string;
  readonly last: MetricPoint;
  readonly first: number;
  readonly min: number;
  readonly max: number;
  /** Points logged; -1 where they were not counted (a large database): `first`, `min` and `max` then repeat `last`. */
  readonly count: number;
}

/** Every logged point of one metric in the order of the file (by timestamp, step, value in a database); equal lengths. */
export interface MetricHistory {
  readonly key: string;
  readonly values: Float64Array;
  readonly timestamps: Float64Array;
  readonly steps: Float64Array;
}

/** Whether a point is later than another, as MLflow orders them; false where NaN makes it undecidable, as in Python. */
export function isLater(a: MetricPoint, b: MetricPoint): boolean {
  if (a.step !== b.step) return a.step > b.step;
  if (a.timestamp !== b.timestamp) return a.timestamp > b.timestamp;
  return a.value > b.value;
}

/** The short form of a history; null for an empty one. */
export function summarise(history: MetricHistory): MetricSummary | null {
  const { key, values, timestamps, steps } = history;
  if (values.length === 0) return null;
  const point = (i: number): MetricPoint => ({
    value: values[i] ?? Number.NaN,
    timestamp: timestamps[i] ?? 0,
    step: steps[i] ?? 0,
  });
  let last = point(0);
  let min = Number.NaN;
  let max = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    const next = point(i);
    if (isLater(next, last)) last = next;
    if (!(next.value >= min)) min = Number.isNaN(next.value) ? min : next.value;
    if (!(next.value <= max)) max = Number.isNaN(next.value) ? max : next.value;
  }
  return { key, last, first: point(0).value, min, max, count: values.length };
}
