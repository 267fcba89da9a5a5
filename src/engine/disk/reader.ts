import { scanContents } from "../../core/files/contents.ts";
import { scanHistory, scanPoints } from "../../core/files/history.ts";
import { scanRun } from "../../core/files/run.ts";
import { type ExperimentScan, scanExperiments } from "../../core/files/store.ts";
import type { RunDetail, RunRecord } from "../../core/model/run.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { StoreReader } from "../reader.ts";
import { Driver, type DriverCalls } from "./driver.ts";

/** Runs read before they are handed on. */
const BATCH = 64;

/** Reads a file store where it lies. `calls` replaces the file calls, for tests that inject faults and latency. */
export function openFileReader(store: StoreRef, calls?: DriverCalls): StoreReader {
  return fileReader(store, new Driver(store.key, calls));
}

/** As `openFileReader`, by a driver that others use too and that knows the place already. */
export function fileReader(store: StoreRef, driver: Driver): StoreReader {
  async function* read(experiment: string, runs: readonly string[], withHistory: boolean): AsyncGenerator<RunDetail[]> {
    const experimentDeleted = experiment.startsWith(".trash/");
    const scans = runs.map((run) => () => scanRun({ experiment, run, experimentDeleted }, withHistory));
    for await (const batch of driver.runAll(scans, BATCH)) yield batch.filter((run) => run !== null);
  }
  return {
    store,
    experiments: (): Promise<ExperimentScan> => driver.run(scanExperiments()),
    records: (experiment, runs): AsyncIterable<readonly RunRecord[]> => read(experiment, runs, false),
    details: (experiment, runs) => read(experiment, runs, true),
    history: (experiment, run, keys) => driver.run(scanHistory(experiment, run, keys)),
    points: (experiment, run, keys, sinkOf) => driver.run(scanPoints(experiment, run, keys, sinkOf)),
    contents: (experiments) => driver.run(scanContents(experiments)),
    close: async () => {},
  };
}
