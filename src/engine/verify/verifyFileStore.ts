import { setImmediate as nextTurn } from "node:timers/promises";
import type { ExperimentFolder, StoreRef } from "../../core/model/store.ts";
import { RUN_CHECKS, STORE_CHECKS } from "../../core/verify/checks.ts";
import { scanRunFacts } from "../../core/verify/facts/runFacts.ts";
import { type RunSummary, summaryOf } from "../../core/verify/facts/runSummary.ts";
import { scanStoreFacts } from "../../core/verify/facts/storeFacts.ts";
import type { Found } from "../../core/verify/rule.ts";
import { Driver, type DriverCalls } from "../disk/driver.ts";

export interface VerifyRun {
  /** Whether values are read, or only names. */
  readonly values: boolean;
  readonly tell: (found: Found) => void;
  /** Told after each batch: runs looked at so far. */
  readonly progress: (runs: number) => void;
  readonly signal: AbortSignal;
  readonly calls?: DriverCalls | undefined;
}

const BATCH = 32;

/** Looks at every run of a file store, then at the store as a whole; stops between batches when it is aborted. */
export async function verifyFileStore(
  store: StoreRef,
  experiments: readonly ExperimentFolder[],
  { values, tell, progress, signal, calls }: VerifyRun,
): Promise<void> {
  const driver = new Driver(store.key, calls);
  const facts = await driver.run(scanStoreFacts(experiments.map(({ experiment }) => experiment.folder)));
  const summaries: RunSummary[] = [];
  for (const { experiment, runs } of experiments) {
    const scans = runs.map((run) => () => scanRunFacts(experiment.folder, run, { values }));
    for await (const batch of driver.runAll(scans, BATCH)) {
      signal.throwIfAborted();
      for (const facts of batch) {
        if (facts === null) continue;
        const place = { experiment: facts.experiment, run: facts.run };
        for (const check of RUN_CHECKS) check({ run: facts, experiment }, (found) => tell({ ...place, ...found }));
        summaries.push(summaryOf(facts));
      }
      progress(summaries.length);
      // Whoever cancels, or asks how far it is, is heard between two batches.
      await nextTurn();
    }
  }
  for (const check of STORE_CHECKS) check({ experiments, facts, runs: summaries }, tell);
}
