import { stat } from "node:fs/promises";
import { scanExperiments } from "../../core/files/store.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { KeyValue } from "../../core/model/text.ts";
import { DATABASE_CLOSED } from "../../core/verify/database/database.ts";
import type { RunSummary } from "../../core/verify/facts/runSummary.ts";
import type { Found } from "../../core/verify/rule.ts";
import type { VerifiedStore } from "../../core/verify/verified.ts";
import { Driver } from "../disk/driver.ts";
import { StoreUnreadable } from "../sqlite/errors.ts";
import { touchedRuns } from "./changedFiles.ts";
import { Doubts } from "./doubts.ts";
import { type AskedRun, askedRun } from "./git/gitRuns.ts";
import { signalOf, type VerifyHooks, type VerifyRequest } from "./request.ts";
import type { Sieve } from "./sieve.ts";
import { verifyFileStore } from "./verifyFileStore.ts";

/** Whom a store's look reports to. */
export interface Listener {
  readonly sieve: Sieve;
  /** Absolute paths of the databases verified with it. */
  readonly databases: readonly string[];
  /** Told of each run, with what Git is to be asked of it where it is: Git and files beside the store are held against it. */
  readonly seen: (run: RunSummary, asked: AskedRun | null) => void;
}

type Looked = Pick<VerifiedStore, "experiments" | "runs" | "error">;

/** Looks at a store of either kind. */
export function lookAtStore(
  ref: StoreRef,
  request: VerifyRequest,
  hooks: VerifyHooks,
  listener: Listener,
): Promise<Looked> {
  return (ref.kind === "sqlite" ? lookAtDatabase : lookAtFiles)(ref, request, hooks, listener);
}

async function lookAtFiles(ref: StoreRef, _: VerifyRequest, hooks: VerifyHooks, listener: Listener): Promise<Looked> {
  const doubts = new Doubts();
  const driver = new Driver(ref.key, hooks.calls, true);
  const { experiments: all, problems } = await driver.run(doubts.watch(scanExperiments()));
  const closed = problems.find(({ file, code }) => file === "" && code === "unreadable");
  if (closed !== undefined) return { experiments: 0, runs: 0, error: `The folder ${closed.reason}.` };
  const isListed = !doubts.hasFailed;
  doubts.settle((found) => listener.sieve.take(found));
  const files = hooks.changed?.get(ref.key);
  const experiments = files === undefined ? all : touchedRuns(ref.key, all, files).experiments;
  const folders = experiments.reduce((sum, experiment) => sum + experiment.runs.length, 0);
  const looked = await verifyFileStore(ref, experiments, {
    ...listener,
    doubts,
    isListed,
    isGitAsked: hooks.git !== undefined,
    changed: files,
    progress: (done) => hooks.progress?.(done, folders),
    signal: signalOf(hooks),
    calls: hooks.calls,
    shards: hooks.shards ?? null,
  });
  if (await isGone(ref.key)) return { experiments: 0, runs: 0, error: "The folder went away meanwhile." };
  return { ...looked, error: null };
}

async function isGone(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => false,
    ({ code }: NodeJS.ErrnoException) => code === "ENOENT",
  );
}

async function lookAtDatabase(
  ref: StoreRef,
  request: VerifyRequest,
  hooks: VerifyHooks,
  listener: Listener,
): Promise<Looked> {
  // What only databases need is loaded when there is one.
  const { verifyDatabase } = await import("./verifyDatabase.ts");
  const tell = (found: Found): void => listener.sieve.take(found);
  const seen = (run: RunSummary, tags: readonly KeyValue[]): void =>
    listener.seen(run, hooks.git === undefined ? null : askedRun(run, tags));
  const nothing = { experiments: 0, runs: 0, error: null };
  try {
    return { ...nothing, ...(await verifyDatabase(ref, { ...request, tell, seen, signal: signalOf(hooks) })) };
  } catch (error) {
    if (hooks.signal?.aborted) throw error;
    if (!StoreUnreadable.is(error) || error.kind === "busy") {
      return { ...nothing, error: error instanceof Error ? error.message : String(error) };
    }
    tell({ rule: DATABASE_CLOSED, file: "", message: error.reason });
    return nothing;
  }
}
