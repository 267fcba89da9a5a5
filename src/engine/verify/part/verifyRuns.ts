import { join } from "../../../core/files/scan.ts";
import type { StoreRef } from "../../../core/model/store.ts";
import type { KeyValue } from "../../../core/model/text.ts";
import { ForeignAddresses } from "../../../core/verify/artifacts/addresses.ts";
import { RUN_CHECKS } from "../../../core/verify/checks.ts";
import { hasFaults, type RunFacts, scanRunFacts } from "../../../core/verify/facts/runFacts.ts";
import { type RunSummary, summaryOf } from "../../../core/verify/facts/runSummary.ts";
import type { Found, Rule } from "../../../core/verify/rule.ts";
import { severityHere } from "../../../core/verify/settings.ts";
import { isArtifactsAlone } from "../../../core/verify/structure/artifactsAlone.ts";
import { Driver, type DriverCalls } from "../../disk/driver.ts";
import { ArtifactPlaces } from "../artifacts/places.ts";
import { RunArtifacts } from "../artifacts/runArtifacts.ts";
import { BesideDatabases } from "../besideDatabases.ts";
import { Doubts } from "../doubts.ts";
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
  readonly #careful: Driver;
  readonly #calls: DriverCalls | undefined;
  readonly #databases: BesideDatabases;

  constructor(store: StoreRef, driver: Driver, calls?: DriverCalls) {
    this.#store = store;
    this.#driver = driver;
    this.#careful = new Driver(store.key, calls, true);
    this.#calls = calls;
    this.#databases = new BesideDatabases(store.key);
  }

  async verify({ experiment, runs }: Runs, request: PartRequest): Promise<VerifiedPart> {
    const { level } = request.settings;
    const sieve = new Sieve(request.place, request.settings);
    const doubts = new Doubts();
    const places = new ArtifactPlaces(this.#store, doubts, this.#calls);
    const artifacts = new RunArtifacts(places, level, doubts, (found) => sieve.take(found));
    const addresses = new ForeignAddresses(this.#store.key);
    const summaries: RunSummary[] = [];
    const asked: AskedRun[] = [];
    const alone: Record<"known" | "lost", string[]> = { known: [], lost: [] };
    for await (const first of this.#facts(experiment, runs, level !== "quick")) {
      const owner = isArtifactsAlone(first)
        ? await this.#databases.ownerOf(experiment, first.run, request.databases)
        : "nobody";
      if (owner !== "nobody") {
        alone[owner].push(first.folder);
        continue;
      }
      const { run, found } = await this.#checked(first, request);
      for (const one of found) sieve.take(one);
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

  /**
   * What is to be said of a run. One that seems damaged is looked at once more, with care: a read that brought too little,
   * or a file that was just being written, is no damage.
   */
  async #checked(
    run: RunFacts,
    request: PartRequest,
  ): Promise<{ readonly run: RunFacts; readonly found: readonly Found[] }> {
    const found = findingsOf(run, request);
    if (!found.some(({ rule }) => isDamage(rule, request)) || hasFaults(run)) return { run, found };
    const values = request.settings.level !== "quick";
    const again = await this.#careful.run(scanRunFacts(run.experiment, run.run, { values }));
    return again === null ? { run, found } : { run: again, found: findingsOf(again, request) };
  }

  async *#facts(experiment: string, runs: readonly string[], values: boolean): AsyncGenerator<RunFacts> {
    const scans = runs.map((run) => () => scanRunFacts(experiment, run, { values }));
    for await (const batch of this.#driver.runAll(scans, BATCH)) {
      for (const run of batch) if (run !== null) yield run;
    }
  }
}

function isDamage(rule: Rule, { settings }: PartRequest): boolean {
  const severity = severityHere(rule, settings);
  return severity === "error" || severity === "warning";
}

function findingsOf(run: RunFacts, { experiment }: PartRequest): readonly Found[] {
  const place = { experiment: run.experiment, run: run.run };
  const all: Found[] = [];
  for (const check of RUN_CHECKS) check({ run, experiment }, (found) => all.push({ ...place, ...found }));
  return all;
}

function hasArtifacts({ listing }: RunFacts): boolean {
  return listing.entries?.some(({ name, kind }) => name === "artifacts" && kind === "folder") === true;
}

/** The tags that were read. */
function tagsOf({ tags }: RunFacts): KeyValue[] {
  return tags.flatMap(({ key, text }) => (text === null ? [] : [{ key, value: text }]));
}
