import type { MetricHistory } from "../model/metric.ts";
import { readFound, walkKeys } from "./keys.ts";
import { Histories, MetricFolder } from "./metricFolder.ts";
import type { PointSink } from "./metricPoints.ts";
import { join, type Scan } from "./scan.ts";

/** Reads the points of some metrics of a run and nothing else of it; those that are not there are left out. */
export function* scanHistory(experiment: string, run: string, keys: readonly string[]): Scan<readonly MetricHistory[]> {
  const histories = new Histories();
  yield* scanPoints(experiment, run, keys, histories.sinkOf);
  return histories.list();
}

/** Hands on the points of some metrics of a run, so that nobody needs to hold them; a sink is made for those found. */
export function* scanPoints(
  experiment: string,
  run: string,
  keys: readonly string[],
  sinkOf: (key: string) => PointSink,
): Scan<void> {
  const metrics = new MetricFolder(join(join(experiment, run), "metrics"), [], sinkOf);
  const files = yield* walkKeys([metrics]);
  const wanted = new Set(keys);
  yield* readFound(files.filter(({ key }) => wanted.has(key)));
}
