import type { PointSink } from "../core/files/metricPoints.ts";
import type { MetricHistory } from "../core/model/metric.ts";
import type { Problem } from "../core/model/problem.ts";
import type { RunDetail, RunRecord } from "../core/model/run.ts";
import type { ExperimentFolder, StoreContents, StoreRef } from "../core/model/store.ts";

/** Reads one store, a folder or a database, from start to end; keeps nothing but what it must to read on. */
export interface StoreReader {
  readonly store: StoreRef;
  /** The experiments and the names of what lies in them. Throws only where the store cannot be opened at all. */
  experiments(): Promise<{ readonly experiments: readonly ExperimentFolder[]; readonly problems: readonly Problem[] }>;
  /** Runs of an experiment without their points, in batches; runs that vanish meanwhile are left out. */
  records(experiment: string, runs: readonly string[]): AsyncIterable<readonly RunRecord[]>;
  /** The same with every point. */
  details(experiment: string, runs: readonly string[]): AsyncIterable<readonly RunDetail[]>;
  /** Every point of some metrics of one run, without the rest of it; metrics that it lacks are left out. */
  history(experiment: string, run: string, keys: readonly string[]): Promise<readonly MetricHistory[]>;
  /**
   * Hands on every point of some metrics of one run, in the order in which they were logged and keeping none. A sink is
   * made for each metric that is there, and another one where what was read turns out to be no good and is read again.
   */
  points(experiment: string, run: string, keys: readonly string[], sinkOf: (key: string) => PointSink): Promise<void>;
  /** Registered models, logged models and traces of the whole store, whose experiments were listed before. */
  contents(
    experiments: readonly ExperimentFolder[],
  ): Promise<{ readonly contents: StoreContents; readonly problems: readonly Problem[] }>;
  close(): Promise<void>;
}
