import type { Finding } from "../../core/model/finding.ts";
import type { ExperimentFolder, StoreRef } from "../../core/model/store.ts";
import { findConfig } from "../config/findConfig.ts";
import type { VerifyRequest } from "./request.ts";
import { settingsOf } from "./settingsOf.ts";
import { placeIn, Sieve } from "./sieve.ts";
import { verifyFileExperiments, verifyFileRuns } from "./verifyFileStore.ts";

/**
 * Verifies some runs of a file store by themselves; places are below the store's base. What speaks of several runs or of
 * models is left to a look at the whole.
 */
export async function verifyRuns(
  store: StoreRef,
  some: readonly ExperimentFolder[],
  request: VerifyRequest,
): Promise<readonly Finding[]> {
  const sieve = await sieveOf(store, request);
  await verifyFileRuns(store, some, sieve);
  return sieve.result().findings;
}

/** Verifies the own files of a file store's experiments, and no run. */
export async function verifyExperiments(
  store: StoreRef,
  experiments: readonly ExperimentFolder[],
  request: VerifyRequest,
): Promise<readonly Finding[]> {
  const sieve = await sieveOf(store, request);
  await verifyFileExperiments(store, experiments, (found) => sieve.take(found));
  return sieve.result().findings;
}

async function sieveOf(store: StoreRef, request: VerifyRequest): Promise<Sieve> {
  const config = await findConfig(store);
  return new Sieve(placeIn(store.base, store.key, store.key, config), settingsOf(request, config));
}
