import type { MetricHistory } from "../../../../src/core/model/metric.ts";
import { NOW } from "./parts.ts";

function history(key: string, values: readonly number[], more: Partial<MetricHistory> = {}): MetricHistory {
  const steps = Float64Array.from(values, (_, i) => i);
  return { key, steps, values: Float64Array.from(values), timestamps: steps.map((step) => NOW + step * 1000), ...more };
}

const NAN = Number.NaN;
const INF = Number.POSITIVE_INFINITY;

/** Metrics that are hard to draw, by their key; one history a run. */
export const oddHistories: Readonly<Record<string, (run: number) => MetricHistory>> = {
  only_nan: () => history("only_nan", [NAN, NAN, NAN]),
  gaps: (run) =>
    history(
      "gaps",
      Array.from({ length: 60 }, (_, i) =>
        i % 17 > 13 ? NAN : i === 30 ? INF : i === 40 ? -INF : Math.sin(i / 6 + run),
      ),
    ),
  one_point: () => history("one_point", [0.5]),
  equal: () => history("equal", [7, 7, 7, 7]),
  huge: (run) => history("huge", [-1e308, 1e308, 5e307 * run, 1]),
  tiny: (run) => history("tiny", [1e-300 * (run + 1), 5e-324, 1e-310]),
  uncounted: (run) => history("uncounted", [5, 4, 3, 2 + run / 4, 1], { steps: new Float64Array(5) }),
  far_dates: (run) =>
    history("far_dates", [1, 2, 3 + run], { timestamps: Float64Array.from([0, 1_000_000_000_000, 4_102_444_800_000]) }),
  noisy: (run) =>
    history(
      "noisy",
      Array.from({ length: 4000 }, (_, i) =>
        i % 391 === 7 ? 50 : Math.exp(-i / 900) + 0.3 * Math.abs(Math.sin(i * 12.9898 + run)),
      ),
    ),
};
