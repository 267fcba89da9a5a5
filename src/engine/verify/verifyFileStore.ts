import { join } from "../../core/files/scan.ts";
import type { Experiment } from "../../core/model/experiment.ts";
import type { ExperimentFolder, StoreRef } from "../../core/model/store.ts";
import type { KeyValue } from "../../core/model/text.ts";
import { ForeignAddresses } from "../../core/verify/artifacts/addresses.ts";
import { knownOfFacts } from "../../core/verify/artifacts/known.ts";
import { modelLinkFindings } from "../../core/verify/artifacts/modelLinks.ts";
import { EXPERIMENT_CHECKS, RUN_CHECKS, STORE_CHECKS } from "../../core/verify/checks.ts";
import { scanModelsFacts } from "../../core/verify/facts/modelFacts.ts";
import { type RunFacts, scanRunFacts } from "../../core/verify/facts/runFacts.ts";
import { type RunSummary, summaryOf } from "../../core/verify/facts/runSummary.ts";
import { scanStoreFacts } from "../../core/verify/facts/storeFacts.ts";
import type { Found, Level } from "../../core/verify/rule.ts";
import { Driver, type DriverCalls } from "../disk/driver.ts";
import { StoreArtifacts } from "./artifacts/storeArtifacts.ts";
import type { ChangedFiles } from "./changedFiles.ts";

export interface VerifyRun {
  readonly level: Level;
  readonly tell: (found: Found) => void;
  /** Told of each run, so that files beside the store can be held against it. */
  readonly seen: (run: RunSummary, tags: readonly KeyValue[]) => void;
  /** Told after each batch: runs looked at so far. */
  readonly progress: (runs: number) => void;
  readonly signal: AbortSignal;
  /** Where only what changed is looked at, those files: nothing can be said then of what is missing. */
  readonly changed?: ChangedFiles | undefined;
  readonly calls?: DriverCalls | undefined;
}

const BATCH = 32;

/** Looks at every run of a file store, then at the store as a whole; stops between batches when it is aborted. */
export async function verifyFileStore(
  store: StoreRef,
  experiments: readonly ExperimentFolder[],
  options: VerifyRun,
): Promise<void> {
  const driver = new Driver(store.key, options.calls);
  const walk = new StoreWalk(store, driver, options);
  for (const experiment of experiments) await walk.experiment(experiment);
  if (options.changed === undefined) await walk.finish(experiments);
  else await walk.finishChanged(experiments, options.changed);
}

/** Looks at some runs of a file store by themselves. */
export async function verifyFileRuns(
  store: StoreRef,
  some: readonly ExperimentFolder[],
  level: Level,
  tell: (found: Found) => void,
): Promise<void> {
  const nobody = (): void => undefined;
  const { signal } = new AbortController();
  const walk = new StoreWalk(store, new Driver(store.key), { level, tell, seen: nobody, progress: nobody, signal });
  for (const experiment of some) await walk.experiment(experiment);
}

/** Looks at the own files of a file store's experiments, and at no run. */
export async function verifyFileExperiments(
  store: StoreRef,
  experiments: readonly ExperimentFolder[],
  tell: (found: Found) => void,
): Promise<void> {
  const folders = experiments.map(({ experiment }) => experiment.folder);
  const facts = await new Driver(store.key).run(scanStoreFacts(folders));
  for (const check of EXPERIMENT_CHECKS) check({ facts }, tell);
}

class StoreWalk {
  readonly #driver: Driver;
  readonly #options: VerifyRun;
  readonly #artifacts: StoreArtifacts;
  readonly #addresses: ForeignAddresses;
  readonly #runs: RunSummary[] = [];

  constructor(store: StoreRef, driver: Driver, options: VerifyRun) {
    this.#driver = driver;
    this.#options = options;
    this.#artifacts = new StoreArtifacts(store, options.level, options.tell, options.calls);
    this.#addresses = new ForeignAddresses(store.key);
  }

  async experiment({ experiment, runs }: ExperimentFolder): Promise<void> {
    const { level, signal, progress } = this.#options;
    const scans = runs.map((run) => () => scanRunFacts(experiment.folder, run, { values: level !== "quick" }));
    for await (const batch of this.#driver.runAll(scans, BATCH)) {
      signal.throwIfAborted();
      for (const run of batch) if (run !== null) await this.#run(run, experiment);
      progress(this.#runs.length);
    }
  }

  async #run(run: RunFacts, experiment: Experiment): Promise<void> {
    const place = { experiment: run.experiment, run: run.run };
    for (const check of RUN_CHECKS) {
      check({ run, experiment }, (found) => this.#options.tell({ ...place, ...found }));
    }
    const summary = summaryOf(run);
    this.#runs.push(summary);
    const tags = tagsOf(run);
    this.#options.seen(summary, tags);
    if (hasArtifacts(run)) {
      this.#addresses.add(run.experiment, run.meta.path, join(run.folder, "artifacts"), summary.artifactUri);
    }
    await this.#artifacts.run(summary, tags);
  }

  /** What experiments say of themselves whose meta.yaml changed. */
  async finishChanged(experiments: readonly ExperimentFolder[], changed: ChangedFiles): Promise<void> {
    const folders = experiments.map(({ experiment }) => experiment.folder);
    const facts = await this.#driver.run(
      scanStoreFacts(folders.filter((folder) => changed.has(join(folder, "meta.yaml")))),
    );
    for (const check of EXPERIMENT_CHECKS) check({ facts }, this.#options.tell);
    await this.#artifacts.addresses(this.#addresses.findings());
  }

  /** What is known only when all runs are. */
  async finish(experiments: readonly ExperimentFolder[]): Promise<void> {
    const { tell, signal } = this.#options;
    const runs = this.#runs;
    const facts = await this.#driver.run(scanStoreFacts(experiments.map(({ experiment }) => experiment.folder)));
    const models = await this.#driver.run(scanModelsFacts(experiments));
    for (const check of STORE_CHECKS) check({ experiments, facts, models, runs }, tell);
    const known = knownOfFacts(models);
    for (const found of modelLinkFindings(known, runs)) tell(found);
    for (const { experiment, home, file, uri } of known.logged) {
      if (home !== null) this.#addresses.add(experiment, file, join(home, "artifacts"), uri);
    }
    const ids = new Set(experiments.map(({ experiment }) => experiment.id));
    await this.#artifacts.models({ known, runs, experiments: ids }, signal);
    await this.#artifacts.addresses(this.#addresses.findings());
  }
}

function hasArtifacts({ listing }: RunFacts): boolean {
  return listing.entries?.some(({ name, kind }) => name === "artifacts" && kind === "folder") === true;
}

/** The tags that were read. */
function tagsOf({ tags }: RunFacts): KeyValue[] {
  return tags.flatMap(({ key, text }) => (text === null ? [] : [{ key, value: text }]));
}
