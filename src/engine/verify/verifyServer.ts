import type { ExperimentFolder, StoreRef } from "../../core/model/store.ts";
import type { Found, Level } from "../../core/verify/rule.ts";
import {
  checkExperiments,
  checkRuns,
  type DiskExperiment,
  type ExperimentPair,
  pairExperiments,
  type RunsInput,
} from "../../core/verify/server/compare.ts";
import { checkServerVersion, SERVER_REFUSES, SERVER_UNREACHABLE } from "../../core/verify/server/reach.ts";
import { type ToldExperiment, type ToldRun, toldOf } from "../../core/verify/server/told.ts";
import type { VerifiedServer } from "../../core/verify/verified.ts";
import { openFileReader } from "../disk/reader.ts";
import type { StoreReader } from "../reader.ts";
import type { ServerAddress } from "../server/address.ts";
import { ServerFault } from "../server/fault.ts";
import { MlflowServer } from "../server/mlflowServer.ts";
import { mountedStore } from "./mountedStore.ts";

export interface ServerComparison {
  readonly address: ServerAddress;
  readonly level: Level;
  readonly signal: AbortSignal;
  /** Told of what was found, each with the store that it is of. */
  readonly tell: (store: StoreRef, found: Found) => void;
}

/** Holds a server against the store that it shows most of; throws only where it is interrupted. */
export async function verifyServer(stores: readonly StoreRef[], options: ServerComparison): Promise<VerifiedServer> {
  const { address, signal, tell } = options;
  const server = new MlflowServer(address, signal);
  const told: VerifiedServer = { url: `${address.origin}${address.prefix}`, version: null };
  const [first] = stores;
  if (first === undefined) return told;
  let version: string | null = null;
  let isUp = false;
  try {
    await server.health();
    isUp = true;
    version = await server.version();
    const experiments = await allOf(server.experiments());
    await compareBest(stores, experiments, { ...options, server, version });
  } catch (error) {
    if (!(error instanceof ServerFault)) throw error;
    const rule = error.kind === "unreachable" || !isUp ? SERVER_UNREACHABLE : SERVER_REFUSES;
    tell(first, { rule, file: "", message: `The server ${told.url} ${error.reason}.` });
  }
  return { ...told, version };
}

interface Comparing extends ServerComparison {
  readonly server: MlflowServer;
  readonly version: string | null;
}

async function compareBest(
  stores: readonly StoreRef[],
  server: readonly ToldExperiment[],
  options: Comparing,
): Promise<void> {
  let best: {
    store: StoreRef;
    reader: StoreReader;
    pairs: readonly ExperimentPair<ListedExperiment>[];
    disk: readonly ListedExperiment[];
  } | null = null;
  const readers: StoreReader[] = [];
  try {
    for (const store of stores) {
      const reader = await readerOf(store);
      readers.push(reader);
      const disk = (await reader.experiments()).experiments.map(listed);
      const pairs = pairExperiments(disk, server);
      if (best === null || score(pairs) > score(best.pairs)) best = { store, reader, pairs, disk };
    }
    if (best === null) return;
    const { store, reader, pairs, disk } = best;
    const tell = (found: Found): void => options.tell(store, found);
    if (options.version !== null) {
      checkServerVersion({ version: options.version, revisions: (await mountedStore(store, "")).revisions }, tell);
    }
    checkExperiments({ disk, server, pairs, empty: await emptyDefaults(server, pairs, options.server) }, tell);
    for (const pair of pairs) await compareRuns(pair, reader, store, { ...options, tell });
  } finally {
    for (const reader of readers) await reader.close();
  }
}

interface ListedExperiment extends DiskExperiment {
  readonly runs: readonly string[];
}

function listed({ experiment, runs }: ExperimentFolder): ListedExperiment {
  return { ...experiment, runs };
}

/** Experiments that are surely the same ones. */
function score(pairs: readonly ExperimentPair[]): number {
  return pairs.filter(({ disk, server }) => disk.id === server.id && disk.name === server.name).length;
}

async function emptyDefaults(
  experiments: readonly ToldExperiment[],
  pairs: readonly ExperimentPair[],
  server: MlflowServer,
): Promise<ReadonlySet<string>> {
  const paired = new Set(pairs.map((pair) => pair.server));
  const empty = new Set<string>();
  for (const one of experiments) {
    if (one.name !== "Default" || paired.has(one)) continue;
    const { done } = await server.runs(one.id).next();
    if (done) empty.add(one.id);
  }
  return empty;
}

interface ComparingRuns extends Omit<Comparing, "tell"> {
  readonly tell: (found: Found) => void;
}

/** Of one experiment; a server that fails on it may show the others. */
async function compareRuns(
  { disk: experiment, server: there }: ExperimentPair<ListedExperiment>,
  reader: StoreReader,
  store: StoreRef,
  options: ComparingRuns,
): Promise<void> {
  const { server, level, signal, tell } = options;
  try {
    const shown = new Map<string, ToldRun>();
    for await (const run of server.runs(there.id)) shown.set(run.id, run);
    const disk = await diskRuns(experiment, reader, store, level, signal);
    checkRuns({ experiment, disk, server: shown }, tell);
  } catch (error) {
    if (!(error instanceof ServerFault) || error.kind === "unreachable") throw error;
    const message = `The server does not list the runs of ${JSON.stringify(experiment.name.slice(0, 100))}: it ${error.reason}.`;
    tell({ rule: SERVER_REFUSES, file: experiment.folder, experiment: experiment.folder, message });
  }
}

/** At the level `quick` only their ids, which are the names of their folders. */
async function diskRuns(
  { folder, runs }: ListedExperiment,
  reader: StoreReader,
  { kind }: StoreRef,
  level: Level,
  signal: AbortSignal,
): Promise<RunsInput["disk"]> {
  const fileOf = (run: string): string => (kind === "file" ? `${folder}/${run}` : "");
  if (level === "quick") return new Map(runs.map((run) => [run, { file: fileOf(run), told: null }]));
  const disk = new Map<string, { file: string; told: ToldRun | null }>();
  for await (const batch of reader.records(folder, runs)) {
    signal.throwIfAborted();
    for (const { info, params, metrics } of batch) {
      disk.set(info.id || info.folder, {
        file: fileOf(info.folder),
        told: info.readable ? toldOf({ info, params, metrics }) : null,
      });
    }
  }
  return disk;
}

async function readerOf(store: StoreRef): Promise<StoreReader> {
  if (store.kind === "file") return openFileReader(store);
  const { openSqliteReader } = await import("../sqlite/reader.ts");
  return openSqliteReader(store);
}

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
