import type { MetricHistory } from "../model/metric.ts";
import { readFound, walkKeys } from "./keys.ts";
import { MetricFolder } from "./metricFolder.ts";
import { join, type Scan } from "./scan.ts";

/** Reads the points of some metrics of a run and nothing else of it; those that are not there are left out. */
export function* scanHistory(experiment: string, run: string, keys: readonly string[]): Scan<readonly MetricHistory[]> {
  const metrics = new MetricFolder(join(join(experiment, run), "metrics"), true, []);
  const files = yield* walkKeys([metrics]);
  const wanted = new Set(keys);
  yield* readFound(files.filter(({ key }) => wanted.has(key)));
  return metrics.history();
}
