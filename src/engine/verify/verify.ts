import type { StoreRef } from "../../core/model/store.ts";
import type { Verification, VerifiedServer, VerifiedStore } from "../../core/verify/verified.ts";
import { findConfig } from "../config/findConfig.ts";
import type { ServerAddress } from "../server/address.ts";
import type { AskedRun } from "./git/gitRuns.ts";
import { lookAround, lookAtCompose, relative, type StoreLook, type Verifying } from "./lookAround.ts";
import { lookAtStore } from "./lookAtStore.ts";
import { signalOf, type VerifyHooks, type VerifyRequest } from "./request.ts";
import { SeenRuns } from "./seenRuns.ts";
import { settingsOf } from "./settingsOf.ts";
import { placeIn, Sieve } from "./sieve.ts";
import { untilAborted } from "./untilAborted.ts";

/** Verifies stores of one folder; `base` is that folder, to which the places of findings are relative. */
export async function verifyStores(
  base: string,
  stores: readonly StoreRef[],
  request: VerifyRequest,
  hooks: VerifyHooks = {},
): Promise<Verification> {
  const seen = new SeenRuns();
  const verifying = { base, stores, request, hooks, seen };
  const looked: StoreLook[] = [];
  const beside: Sieve[] = [];
  let unfinished: string | null = null;
  let server: VerifiedServer | null = null;
  try {
    const signal = signalOf(hooks);
    for (const ref of stores) {
      looked.push(await untilAborted(signal, verifyStore(ref, verifying)));
    }
    const isWhole = hooks.changed === undefined && request.level !== "quick" && request.target.kind === "data";
    if (hooks.changed === undefined) beside.push(...(await untilAborted(signal, lookAtCompose(base, stores, request))));
    if (request.server !== undefined) {
      server = await untilAborted(signal, askServer(looked, request.server, request, hooks));
    }
    if (isWhole) await untilAborted(signal, lookAround(verifying, looked, beside));
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

async function verifyStore(ref: StoreRef, { base, stores, request, hooks, seen }: Verifying): Promise<StoreLook> {
  const label = relative(base, ref.key);
  const config = await findConfig(ref);
  const newSieve = (): Sieve => new Sieve(placeIn(base, ref.key, ref.key, config), settingsOf(request, config));
  const sieve = newSieve();
  const asked: AskedRun[] = [];
  const looked = await lookAtStore(ref, request, hooks, {
    sieve,
    databases: stores.filter(({ kind }) => kind === "sqlite").map(({ key }) => key),
    seen: (run, git) => {
      seen.add(ref, run);
      if (git !== null) asked.push(git);
    },
  });
  const store: VerifiedStore = { key: ref.key, label: label || ".", ...looked };
  const about = { ref, store, config: config.file === null ? null : relative(base, config.file) };
  // What was found of a store that is no longer there is found of nothing.
  return looked.error === null ? { ...about, sieve, asked } : { ...about, sieve: newSieve(), asked: [] };
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
