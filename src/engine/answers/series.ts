import { downsample, type Points } from "../../core/compare/downsample.ts";
import type { MetricHistory } from "../../core/model/metric.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { Series } from "../../core/model/views.ts";

/** A history as a chart draws it: by step, then time; at most so many points. */
export function seriesOf(ref: RunRef, history: MetricHistory, maxPoints: number): Series {
  const points = downsample(inOrder(history), maxPoints);
  return { ref, key: history.key, ...points, points: history.values.length };
}

function inOrder({ steps, values, timestamps }: MetricHistory): Points {
  const isSorted = steps.every((step, i) => i === 0 || step >= (steps[i - 1] ?? step));
  if (isSorted) return { steps, values, timestamps };
  const order = Uint32Array.from(steps, (_, i) => i).sort(
    (a, b) => (steps[a] ?? 0) - (steps[b] ?? 0) || (timestamps[a] ?? 0) - (timestamps[b] ?? 0) || a - b,
  );
  const pick = (from: Float64Array): Float64Array => Float64Array.from(order, (i) => from[i] ?? 0);
  return { steps: pick(steps), values: pick(values), timestamps: pick(timestamps) };
}
