import { bandsOf } from "../../../src/core/compare/bands/bandsOf.ts";
import { keysOf, seriesOf } from "../../../src/core/compare/series.ts";
import type { MetricHistory } from "../../../src/core/model/metric.ts";
import { type RunRef, refKey } from "../../../src/core/model/run.ts";
import type { Comparison } from "../../../src/core/model/views.ts";
import type { RunsHost } from "../../../src/protocol/runs.ts";
import { ghostRow } from "./samples/charts.ts";
import { oddHistories } from "./samples/oddHistories.ts";
import { history } from "./samples/parts.ts";

/** What the charts of a comparison ask for, answered by the engine's own functions out of made-up curves. */
export function chartHost(current: () => Comparison): Pick<RunsHost, "series" | "bands" | "ghost"> {
  const historiesOf = (ref: RunRef, keys: readonly string[]): readonly MetricHistory[] => {
    const { runs, metrics } = current();
    const run = runs.findIndex((row) => refKey(row.ref) === refKey(ref));
    if (run === -1) return keys.map((key) => history(key, 2.2, 0.05, 200));
    return metrics
      .filter(({ key }) => keys.includes(key))
      .flatMap(({ key, values }) => {
        const value = values[run];
        return value
          ? [oddHistories[key]?.(run) ?? history(key, value.first + run / 20, value.last.value, value.count)]
          : [];
      });
  };
  return {
    series: async (key, refs, maxPoints, view) => {
      window.asked.push({ method: "series", args: [key, refs.length, maxPoints, view] });
      return refs.flatMap((ref) => seriesOf(ref, key, historiesOf(ref, keysOf(key, view)), { view, maxPoints }) ?? []);
    },
    bands: (request) => bandsOf(request, async (ref, keys) => historiesOf(ref, keys)),
    ghost: async () => (current().runs.some(({ status }) => status === "live") ? ghostRow : null),
  };
}
