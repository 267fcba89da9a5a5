import path from "node:path";
import { statedGoal } from "../../core/model/judging.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { Found } from "../../core/verify/rule.ts";
import type { VerifiedStore } from "../../core/verify/verified.ts";
import { findConfig } from "../config/findConfig.ts";
import { type DeployedFile, verifyDeployed } from "./git/deployedFiles.ts";
import type { AskedRun } from "./git/gitRuns.ts";
import { verifyGit } from "./git/verifyGit.ts";
import { verifyPipeline } from "./pipeline/verifyPipeline.ts";
import type { VerifyHooks, VerifyRequest } from "./request.ts";
import type { SeenRuns } from "./seenRuns.ts";
import { settingsOf } from "./settingsOf.ts";
import { placeIn, Sieve } from "./sieve.ts";
import { verifyCompose } from "./verifyCompose.ts";

/** What is verified, and how. */
export interface Verifying {
  readonly base: string;
  readonly stores: readonly StoreRef[];
  readonly request: VerifyRequest;
  readonly hooks: VerifyHooks;
  readonly seen: SeenRuns;
}

export interface StoreLook {
  readonly ref: StoreRef;
  readonly store: VerifiedStore;
  readonly sieve: Sieve;
  readonly config: string | null;
  /** What Git is to be asked of its runs, where it is asked at all. */
  readonly asked: readonly AskedRun[];
}

/** The compose files around the stores. */
export async function lookAtCompose(
  base: string,
  stores: readonly StoreRef[],
  request: VerifyRequest,
): Promise<Sieve[]> {
  const [first] = stores;
  if (first === undefined || request.target.kind === "migration") return [];
  const config = await findConfig(first);
  const settings = settingsOf(request, config);
  const sieves: Sieve[] = [];
  for (const folder of new Set(stores.map((store) => store.base))) {
    const sieve = new Sieve(placeIn(base, folder, null, config), settings);
    const around = stores.filter((store) => store.base === folder);
    const options = { target: request.target, configured: request.composeFile ?? "" };
    await verifyCompose(folder, around, options, (found) => sieve.take(found));
    sieves.push(sieve);
  }
  return sieves;
}

/** The pipeline's files around the stores, and the repository that all of it lies in. `beside` takes a sieve a folder. */
export async function lookAround(
  { base, stores, request, hooks, seen }: Verifying,
  looked: readonly StoreLook[],
  beside: Sieve[],
): Promise<void> {
  const [first] = stores;
  if (first === undefined) return;
  const config = await findConfig(first);
  const settings = settingsOf(request, config);
  const { judging } = config.config;
  const keys = new Set(stores.map(({ key }) => key));
  const namedBy = new Map<string, Set<string>>();
  for (const folder of new Set(stores.map((store) => store.base))) {
    const prefix = relative(base, folder);
    const sieve = new Sieve(placeIn(base, folder, null, config), settings);
    beside.push(sieve);
    const named = (run: string, file: string): void => {
      const store = seen.storeOf(run);
      if (store !== null) namedBy.set(store, (namedBy.get(store) ?? new Set()).add(path.posix.join(prefix, file)));
    };
    const files: DeployedFile[] = [];
    const tell = (found: Found): void => sieve.take(found);
    await verifyPipeline({
      ...{ folder, stores: keys, git: hooks.git, signal: hooks.signal, runs: seen, named, tell },
      goal: (key) => statedGoal(judging, key),
      deployed: (path, namedBy) => files.push({ path, namedBy }),
    });
    if (hooks.git !== undefined) await verifyDeployed(hooks.git, folder, files, tell, hooks.signal);
  }
  if (hooks.git === undefined) return;
  const asked = looked.map(({ ref, store, sieve, asked: runs }) => ({
    ...{ ref, runs, label: store.label },
    namedBy: [...(namedBy.get(ref.key) ?? [])],
    tell: (found: Parameters<Sieve["take"]>[0]) => sieve.take(found),
  }));
  await verifyGit(hooks.git, asked, hooks.signal);
}

/** A path below the folder verified, `/` between segments. */
export function relative(base: string, file: string): string {
  return path.relative(base, file).replaceAll("\\", "/");
}
