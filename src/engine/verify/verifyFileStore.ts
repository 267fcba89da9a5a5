import { join } from "../../core/files/scan.ts";
import type { ExperimentFolder, StoreRef } from "../../core/model/store.ts";
import { ForeignAddresses } from "../../core/verify/artifacts/addresses.ts";
import { knownOfFacts } from "../../core/verify/artifacts/known.ts";
import { modelLinkFindings } from "../../core/verify/artifacts/modelLinks.ts";
import { EXPERIMENT_CHECKS, LINK_CHECKS, MODEL_CHECKS } from "../../core/verify/checks.ts";
import { scanModelsFacts } from "../../core/verify/facts/modelFacts.ts";
import type { RunSummary } from "../../core/verify/facts/runSummary.ts";
import { type StoreFacts, scanStoreFacts } from "../../core/verify/facts/storeFacts.ts";
import type { Found } from "../../core/verify/rule.ts";
import { Driver, type DriverCalls } from "../disk/driver.ts";
import { ChunkQueue } from "../indexing/chunks.ts";
import { Spread } from "../indexing/spread.ts";
import { type Chunk, chunkReader } from "../indexing/tasks.ts";
import type { Shards } from "../worker/shards.ts";
import { AloneFolders } from "./aloneFolders.ts";
import { StoreArtifacts } from "./artifacts/storeArtifacts.ts";
import type { ChangedFiles } from "./changedFiles.ts";
import type { Doubts } from "./doubts.ts";
import type { AskedRun } from "./git/gitRuns.ts";
import { InOrder } from "./part/inOrder.ts";
import type { PartRequest, VerifiedPart } from "./part/part.ts";
import { RunVerifier } from "./part/verifyRuns.ts";
import type { Sieve } from "./sieve.ts";

export interface VerifyRun {
  readonly sieve: Sieve;
  readonly doubts: Doubts;
  /** Whether all folders of experiments could be listed: else nobody knows what is missing. */
  readonly isListed: boolean;
  /** Told of each run, so that files beside the store can be held against it. */
  readonly seen: (run: RunSummary, asked: AskedRun | null) => void;
  readonly databases: readonly string[];
  readonly isGitAsked: boolean;
  /** Told after each part: runs looked at so far. */
  readonly progress: (runs: number) => void;
  readonly signal: AbortSignal;
  /** Where only what changed is looked at, those files: nothing can be said then of what is missing. */
  readonly changed?: ChangedFiles | undefined;
  readonly calls?: DriverCalls | undefined;
  readonly shards: Shards | null;
}

/** Looks at every run of a file store, then at the store as a whole; answers how much there is. Stops between parts. */
export async function verifyFileStore(
  store: StoreRef,
  experiments: readonly ExperimentFolder[],
  options: VerifyRun,
): Promise<{ readonly experiments: number; readonly runs: number }> {
  const walk = new StoreWalk(store, options);
  await walk.runs(experiments);
  if (options.changed === undefined) await walk.finish(experiments);
  else await walk.finishChanged(experiments, options.changed);
  return walk.counts(experiments);
}

/** Looks at some runs of a file store by themselves. */
export async function verifyFileRuns(store: StoreRef, some: readonly ExperimentFolder[], sieve: Sieve): Promise<void> {
  const verifier = new RunVerifier(store, new Driver(store.key));
  const { settings, place } = sieve;
  for (const { experiment, runs } of some) {
    const part = { experiment: experiment.folder, runs };
    const { id, readable } = experiment;
    const request = { settings, place, experiment: { id, readable }, databases: [], isGitAsked: false };
    sieve.merge((await verifier.verify(part, request)).sifted);
  }
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
  readonly #store: StoreRef;
  readonly #driver: Driver;
  /** For the few files that much depends on. */
  readonly #careful: Driver;
  readonly #options: VerifyRun;
  readonly #tell: (found: Found) => void;
  readonly #artifacts: StoreArtifacts;
  readonly #addresses: ForeignAddresses;
  readonly #runs: RunSummary[] = [];
  readonly #alone = new AloneFolders();

  constructor(store: StoreRef, options: VerifyRun) {
    this.#store = store;
    this.#driver = new Driver(store.key, options.calls);
    this.#careful = new Driver(store.key, options.calls, true);
    this.#options = options;
    this.#tell = (found) => options.sieve.take(found);
    this.#artifacts = new StoreArtifacts(store, options.sieve.settings.level, this.#tell, options.calls);
    this.#addresses = new ForeignAddresses(store.key);
  }

  /** Looks at all runs, in as many threads as there are; what is found comes in the order of the runs all the same. */
  async runs(experiments: readonly ExperimentFolder[]): Promise<void> {
    const { signal, progress, sieve, calls, shards, databases, isGitAsked } = this.#options;
    const { settings, place } = sieve;
    const requests = new Map<string, PartRequest>(
      experiments.map(({ experiment: { folder, id, readable } }) => [
        folder,
        { settings, place, experiment: { id, readable }, databases, isGitAsked },
      ]),
    );
    const work = experiments.map(({ experiment, runs }): Chunk => ({ experiment: experiment.folder, runs }));
    const parts = new InOrder<VerifiedPart>((part) => this.#take(part));
    let done = 0;
    const spread = new Spread(this.#store, chunkReader(this.#store, this.#driver, calls), shards);
    await spread.run(new ChunkQueue(work, new Set()), async (reader, chunk) => {
      signal.throwIfAborted();
      const at = parts.place();
      const request = requests.get(chunk.experiment);
      if (request === undefined) return;
      const part = await reader.verify(chunk, request);
      signal.throwIfAborted();
      parts.put(at, part);
      done += chunk.runs.length;
      progress(done);
    });
  }

  #take(part: VerifiedPart): void {
    const { sifted, runs, asked, addresses, notKept, models } = part;
    this.#options.sieve.merge(sifted);
    this.#alone.add(part);
    for (const [i, run] of runs.entries()) {
      this.#runs.push(run);
      this.#options.seen(run, asked[i] ?? null);
    }
    this.#addresses.merge(addresses);
    this.#artifacts.merge(notKept, models);
  }

  counts(experiments: readonly ExperimentFolder[]): { readonly experiments: number; readonly runs: number } {
    return { experiments: experiments.filter((one) => !this.#alone.isForeign(one)).length, runs: this.#runs.length };
  }

  /** The store's own files, without what experiments of a database lack. */
  async #facts(experiments: readonly ExperimentFolder[]): Promise<StoreFacts> {
    const folders = experiments.map(({ experiment }) => experiment.folder);
    const facts = await this.#careful.run(this.#options.doubts.watch(scanStoreFacts(folders)));
    const foreign = new Set(
      experiments.filter((one) => this.#alone.isForeign(one)).map((one) => one.experiment.folder),
    );
    return {
      ...facts,
      experiments: facts.experiments.filter(({ folder, meta }) => meta.present || !foreign.has(folder)),
    };
  }

  /** What experiments say of themselves whose meta.yaml changed. */
  async finishChanged(experiments: readonly ExperimentFolder[], changed: ChangedFiles): Promise<void> {
    const facts = await this.#facts(
      experiments.filter(({ experiment }) => changed.has(join(experiment.folder, "meta.yaml"))),
    );
    this.#checkExperiments(facts);
    await this.#artifacts.addresses(this.#addresses.findings());
  }

  #checkExperiments(facts: StoreFacts): void {
    const { doubts } = this.#options;
    for (const check of EXPERIMENT_CHECKS) check({ facts }, doubts.tell);
    doubts.settle(this.#tell);
  }

  /** What is known only when all runs are. */
  async finish(experiments: readonly ExperimentFolder[]): Promise<void> {
    const { signal, doubts, isListed } = this.#options;
    const runs = this.#runs;
    const facts = await this.#facts(experiments);
    this.#checkExperiments(facts);
    const models = await this.#careful.run(doubts.watch(scanModelsFacts(experiments)));
    const input = { experiments, facts, models, runs };
    for (const check of MODEL_CHECKS) check(input, doubts.tell);
    const known = knownOfFacts(models);
    // While a part cannot be read, nobody knows what is not there.
    const isAllKnown = isListed && !doubts.hasFailed;
    if (isListed) for (const check of LINK_CHECKS) check(input, doubts.tell);
    if (isAllKnown) for (const found of modelLinkFindings(known, runs)) doubts.tell(found);
    doubts.settle(this.#tell);
    for (const { experiment, home, file, uri } of known.logged) {
      if (home === null) continue;
      this.#addresses.add(experiment, { file, key: "artifact_location", folder: join(home, "artifacts"), uri });
    }
    for (const found of this.#alone.findings()) this.#tell(found);
    const ids = new Set(experiments.map(({ experiment }) => experiment.id));
    if (isAllKnown) await this.#artifacts.models({ known, runs, experiments: ids }, signal);
    await this.#artifacts.addresses(this.#addresses.findings());
  }
}
