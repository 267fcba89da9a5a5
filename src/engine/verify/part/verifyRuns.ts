import { join } from "../../../core/files/scan.ts";
import type { StoreRef } from "../../../core/model/store.ts";
import type { KeyValue } from "../../../core/model/text.ts";
import { ForeignAddresses } from "../../../core/verify/artifacts/addresses.ts";
import { RUN_CHECKS } from "../../../core/verify/checks.ts";
import { type RunFacts, scanRunFacts } from "../../../core/verify/facts/runFacts.ts";
import { type RunSummary, summaryOf } from "../../../core/verify/facts/runSummary.ts";
import { isArtifactsAlone } from "../../../core/verify/structure/artifactsAlone.ts";
import type { Driver, DriverCalls } from "../../disk/driver.ts";
import { ArtifactPlaces } from "../artifacts/places.ts";
import { RunArtifacts } from "../artifacts/runArtifacts.ts";
import { BesideDatabases } from "../besideDatabases.ts";
import { type AskedRun, askedRun } from "../git/gitRuns.ts";
import { Sieve } from "../sieve.ts";
import type { PartRequest, VerifiedPart } from "./part.ts";

/** Some runs of one experiment, by their folders. */
interface Runs {
  readonly experiment: string;
  readonly runs: readonly string[];
}

const BATCH = 32;

/** Looks at runs of one file store by the driver given, in whatever thread that is. */
export class RunVerifier {
  readonly #store: StoreRef;
  readonly #driver: Driver;
  readonly #places: ArtifactPlaces;
  readonly #databases: BesideDatabases;

  constructor(store: StoreRef, driver: Driver, calls?: DriverCalls) {
    this.#store = store;
    this.#driver = driver;
    this.#places = new ArtifactPlaces(store, calls);
    this.#databases = new BesideDatabases(store.key);
  }

  async verify({ experiment, runs }: Runs, request: PartRequest): Promise<VerifiedPart> {
    const { level } = request.settings;
    const sieve = new Sieve(request.place, request.settings);
    const artifacts = new RunArtifacts(this.#places, level, (found) => sieve.take(found));
    const addresses = new ForeignAddresses(this.#store.key);
    const summaries: RunSummary[] = [];
    const asked: AskedRun[] = [];
    const alone: Record<"known" | "lost", string[]> = { known: [], lost: [] };
    for await (const run of this.#facts(experiment, runs, level !== "quick")) {
      const owner = isArtifactsAlone(run) ? await this.#databases.ownerOf(experiment, run.run) : "nobody";
      if (owner !== "nobody") {
        alone[owner].push(run.folder);
        continue;
      }
      checkRun(run, request, sieve);
      const summary = summaryOf(run);
      summaries.push(summary);
      if (hasArtifacts(run)) {
        const place = { file: run.meta.path, key: "artifact_uri", folder: join(run.folder, "artifacts") } as const;
        addresses.add(experiment, { ...place, uri: summary.artifactUri });
      }
      const tags = tagsOf(run);
      if (request.isGitAsked) asked.push(askedRun(summary, tags));
      await artifacts.look(summary, tags);
    }
    const { notKept, models } = artifacts;
    return {
      experiment,
      sifted: sieve.result(),
      runs: summaries,
      asked,
      addresses: addresses.all(),
      notKept: [...notKept.values()],
      models: [...models],
      ofDatabase: alone.known,
      lost: alone.lost,
    };
  }

  async *#facts(experiment: string, runs: readonly string[], values: boolean): AsyncGenerator<RunFacts> {
    const scans = runs.map((run) => () => scanRunFacts(experiment, run, { values }));
    for await (const batch of this.#driver.runAll(scans, BATCH)) {
      for (const run of batch) if (run !== null) yield run;
    }
  }
}

function checkRun(run: RunFacts, { experiment }: PartRequest, sieve: Sieve): void {
  const place = { experiment: run.experiment, run: run.run };
  for (const check of RUN_CHECKS) check({ run, experiment }, (found) => sieve.take({ ...place, ...found }));
}

function hasArtifacts({ listing }: RunFacts): boolean {
  return listing.entries?.some(({ name, kind }) => name === "artifacts" && kind === "folder") === true;
}

/** The tags that were read. */
function tagsOf({ tags }: RunFacts): KeyValue[] {
  return tags.flatMap(({ key, text }) => (text === null ? [] : [{ key, value: text }]));
}
