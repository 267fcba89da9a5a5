import path from "node:path";
import { statedGoal } from "../../core/model/judging.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { Verification, VerifiedServer, VerifiedStore } from "../../core/verify/verified.ts";
import { findConfig } from "../config/findConfig.ts";
import type { ServerAddress } from "../server/address.ts";
import type { AskedRun } from "./git/gitRuns.ts";
import { verifyGit } from "./git/verifyGit.ts";
import { lookAtStore } from "./lookAtStore.ts";
import { verifyPipeline } from "./pipeline/verifyPipeline.ts";
import { signalOf, type VerifyHooks, type VerifyRequest } from "./request.ts";
import { SeenRuns } from "./seenRuns.ts";
import { settingsOf } from "./settingsOf.ts";
import { Sieve } from "./sieve.ts";
import { untilAborted } from "./untilAborted.ts";
import { verifyCompose } from "./verifyCompose.ts";

/** Verifies stores of one folder; `base` is that folder, to which the places of findings are relative. */
export async function verifyStores(
  base: string,
  stores: readonly StoreRef[],
  request: VerifyRequest,
  hooks: VerifyHooks = {},
): Promise<Verification> {
  const seen = new SeenRuns();
  const looked: StoreLook[] = [];
  const beside: Sieve[] = [];
  let unfinished: string | null = null;
  let server: VerifiedServer | null = null;
  try {
    const signal = signalOf(hooks);
    for (const ref of stores) {
      looked.push(await untilAborted(signal, verifyStore(base, ref, request, hooks, seen)));
    }
    const isWhole = hooks.changed === undefined && request.level !== "quick" && request.target.kind === "data";
    if (hooks.changed === undefined) beside.push(...(await untilAborted(signal, lookAtCompose(base, stores, request))));
    if (request.server !== undefined) {
      server = await untilAborted(signal, askServer(looked, request.server, request, hooks));
    }
    const around = { base, stores, request, hooks, seen, looked, beside };
    if (isWhole) await untilAborted(signal, lookAround(around));
  } catch (error) {
    unfinished = hooks.signal?.aborted ? "it was interrupted." : `${(error as Error).message}.`;
  }
  const parts = [...looked.map(({ sieve }) => sieve), ...beside].map((sieve) => sieve.result());
  return {
    target: request.target,
    stores: looked.map(({ store }) => store),
    findings: parts.flatMap(({ findings }) => findings),
    untold: parts.flatMap(({ untold }) => untold),
    damagedRuns: parts.reduce((sum, { damaged }) => sum + damaged.length, 0),
    accepted: parts.reduce((sum, { accepted }) => sum + accepted, 0),
    config: looked.find(({ config }) => config !== null)?.config ?? null,
    unfinished,
    ...(server === null ? {} : { server }),
  };
}

interface StoreLook {
  readonly ref: StoreRef;
  readonly store: VerifiedStore;
  readonly sieve: Sieve;
  readonly config: string | null;
  /** What Git is to be asked of its runs, where it is asked at all. */
  readonly asked: readonly AskedRun[];
}

async function verifyStore(
  base: string,
  ref: StoreRef,
  request: VerifyRequest,
  hooks: VerifyHooks,
  seen: SeenRuns,
): Promise<StoreLook> {
  const label = relative(base, ref.key);
  const config = await findConfig(ref);
  const sieve = new Sieve({ store: ref.key, prefix: label }, settingsOf(request, config));
  const asked: AskedRun[] = [];
  const looked = await lookAtStore(ref, request, hooks, {
    sieve,
    seen: (run, git) => {
      seen.add(ref, run);
      if (git !== null) asked.push(git);
    },
  });
  const store: VerifiedStore = { key: ref.key, label: label || ".", ...looked };
  return { ref, store, sieve, config: config.file === null ? null : relative(base, config.file), asked };
}

/** What is loaded only where a server is to be asked. */
async function askServer(
  looked: readonly StoreLook[],
  address: ServerAddress,
  { level }: VerifyRequest,
  hooks: VerifyHooks,
): Promise<VerifiedServer> {
  const { verifyServer } = await import("./verifyServer.ts");
  const open = looked.filter(({ store }) => store.error === null);
  return verifyServer(
    open.map(({ ref }) => ref),
    {
      ...{ address, level, signal: signalOf(hooks) },
      tell: (ref, found) => looked.find((look) => look.ref === ref)?.sieve.take(found),
    },
  );
}

/** The compose files around the stores. */
async function lookAtCompose(base: string, stores: readonly StoreRef[], request: VerifyRequest): Promise<Sieve[]> {
  const [first] = stores;
  if (first === undefined || request.target.kind === "migration") return [];
  const settings = settingsOf(request, await findConfig(first));
  const sieves: Sieve[] = [];
  for (const folder of new Set(stores.map((store) => store.base))) {
    const sieve = new Sieve({ store: null, prefix: relative(base, folder) }, settings);
    const around = stores.filter((store) => store.base === folder);
    const options = { target: request.target, configured: request.composeFile ?? "" };
    await verifyCompose(folder, around, options, (found) => sieve.take(found));
    sieves.push(sieve);
  }
  return sieves;
}

interface Around {
  readonly base: string;
  readonly stores: readonly StoreRef[];
  readonly request: VerifyRequest;
  readonly hooks: VerifyHooks;
  readonly seen: SeenRuns;
  readonly looked: readonly StoreLook[];
  /** Takes a sieve for each folder around stores. */
  readonly beside: Sieve[];
}

/** The pipeline's files around the stores, and the repository that all of it lies in. */
async function lookAround({ base, stores, request, hooks, seen, looked, beside }: Around): Promise<void> {
  const [first] = stores;
  if (first === undefined) return;
  const config = await findConfig(first);
  const settings = settingsOf(request, config);
  const { judging } = config.config;
  const keys = new Set(stores.map(({ key }) => key));
  const namedBy = new Map<string, Set<string>>();
  for (const folder of new Set(stores.map((store) => store.base))) {
    const prefix = relative(base, folder);
    const sieve = new Sieve({ store: null, prefix }, settings);
    beside.push(sieve);
    const named = (run: string, file: string): void => {
      const store = seen.storeOf(run);
      if (store !== null) namedBy.set(store, (namedBy.get(store) ?? new Set()).add(path.posix.join(prefix, file)));
    };
    await verifyPipeline({
      ...{ folder, stores: keys, git: hooks.git, signal: hooks.signal, runs: seen, named },
      goal: (key) => statedGoal(judging, key),
      tell: (found) => sieve.take(found),
    });
  }
  if (hooks.git === undefined) return;
  const asked = looked.map(({ ref, store, sieve, asked: runs }) => ({
    ...{ ref, runs, label: store.label },
    namedBy: [...(namedBy.get(ref.key) ?? [])],
    tell: (found: Parameters<Sieve["take"]>[0]) => sieve.take(found),
  }));
  await verifyGit(hooks.git, asked, hooks.signal);
}

function relative(base: string, file: string): string {
  return path.relative(base, file).replaceAll("\\", "/");
}
