import path from "node:path";
import type { Finding } from "../../core/model/finding.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { Verification, VerifiedStore } from "../../core/verify/verified.ts";
import { findConfig } from "../config/findConfig.ts";
import { lookAtStore } from "./lookAtStore.ts";
import type { VerifyHooks, VerifyRequest } from "./request.ts";
import { SeenRuns } from "./seenRuns.ts";
import { Sieve, settingsOf } from "./sieve.ts";
import { verifyPipeline } from "./verifyPipeline.ts";

/** Verifies stores of one folder; `base` is that folder, to which the places of findings are relative. */
export async function verifyStores(
  base: string,
  stores: readonly StoreRef[],
  request: VerifyRequest,
  hooks: VerifyHooks = {},
): Promise<Verification> {
  const seen = new SeenRuns();
  const looked: StoreLook[] = [];
  let unfinished: string | null = null;
  let beside: readonly Sieve[] = [];
  try {
    for (const ref of stores) looked.push(await verifyStore(base, ref, request, hooks, seen));
    if (hooks.changed === undefined) beside = await lookBeside(base, stores, request, seen);
  } catch (error) {
    unfinished = hooks.signal?.aborted ? "it was interrupted." : `${(error as Error).message}.`;
  }
  return {
    target: request.target,
    stores: looked.map(({ store }) => store),
    findings: [...looked, ...beside].flatMap(({ findings }) => findings),
    accepted: [...looked, ...beside].reduce((sum, { accepted }) => sum + accepted, 0),
    config: looked.find(({ config }) => config !== null)?.config ?? null,
    unfinished,
  };
}

interface StoreLook {
  readonly store: VerifiedStore;
  readonly findings: readonly Finding[];
  readonly accepted: number;
  readonly config: string | null;
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
  const looked = await lookAtStore(ref, request, hooks, {
    tell: (found) => sieve.take(found),
    seen: (run) => seen.add(ref, run),
  });
  const { findings, accepted } = sieve;
  return {
    store: { key: ref.key, label: label || ".", ...looked },
    ...{ findings, accepted },
    config: config.file === null ? null : relative(base, config.file),
  };
}

/** The pipeline's files around the stores. */
async function lookBeside(
  base: string,
  stores: readonly StoreRef[],
  request: VerifyRequest,
  seen: SeenRuns,
): Promise<Sieve[]> {
  const [first] = stores;
  if (first === undefined || request.level === "quick" || request.target.kind !== "data") return [];
  const settings = settingsOf(request, await findConfig(first));
  const sieves: Sieve[] = [];
  const keys = new Set(stores.map(({ key }) => key));
  for (const folder of new Set(stores.map((store) => store.base))) {
    const sieve = new Sieve({ store: null, prefix: relative(base, folder) }, settings);
    await verifyPipeline(folder, keys, seen, (found) => sieve.take(found));
    sieves.push(sieve);
  }
  return sieves;
}

function relative(base: string, file: string): string {
  return path.relative(base, file).replaceAll("\\", "/");
}
