import type { MetricHistory } from "../model/metric.ts";
import { walkKeys } from "./keys.ts";
import { readMetrics } from "./metrics.ts";
import { join, type Scan } from "./scan.ts";

/** Reads the points of some metrics of a run and nothing else of it; those that are not there are left out. */
export function* scanHistory(experiment: string, run: string, keys: readonly string[]): Scan<readonly MetricHistory[]> {
  const { files } = yield* walkKeys([join(join(experiment, run), "metrics")]);
  const wanted = new Set(keys);
  const { history } = yield* readMetrics(
    files.filter(({ key }) => wanted.has(key)),
    true,
    [],
  );
  return history;
}
