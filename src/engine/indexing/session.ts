import type { PointSink } from "../../core/files/metricPoints.ts";
import type { MetricHistory } from "../../core/model/metric.ts";
import type { RunRecord } from "../../core/model/run.ts";
import type { StoreIndex } from "./storeIndex.ts";
import type { Touched } from "./touched.ts";

/** One open store: what is known of it, and the work that keeps that true. */
export interface Session {
  readonly index: StoreIndex;
  /** What was read again after the first time. */
  readonly touched: Touched;
  /** Resolves when the experiments are known. Never rejects: see `index.error`. */
  open(): Promise<void>;
  /** Begins to read the runs; once, however often it is called. */
  start(): void;
  /** Resolves when all is read and compared with the disk. */
  settled(): Promise<void>;
  /** Compares everything with the disk and reads what differs. */
  refresh(): Promise<void>;
  /** Experiments that are shown: read first, followed closely. */
  show(experiments: ReadonlySet<string>): void;
  /** One run without its points, which are all counted, read now; null where it is gone. */
  detail(experiment: string, run: string): Promise<RunRecord | null>;
  /** Runs of an experiment without their points, read now; those that are gone are left out. */
  records(experiment: string, runs: readonly string[]): Promise<readonly RunRecord[]>;
  /** Every point of some of a run's metrics, read now; those that it lacks are left out. */
  history(experiment: string, run: string, keys: readonly string[]): Promise<readonly MetricHistory[]>;
  /** As `points` of a reader. */
  points(experiment: string, run: string, keys: readonly string[], sinkOf: (key: string) => PointSink): Promise<void>;
  /** Reads one run again because it was changed here; resolves when the index says so. */
  reread(experiment: string, run: string): Promise<void>;
  close(): Promise<void>;
}
