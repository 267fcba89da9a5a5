import { isLive } from "../../core/model/live.ts";
import type { StoreRef } from "../../core/model/store.ts";
import { openFileReader } from "../disk/reader.ts";
import { runOf } from "./runOf.ts";

/** Whether files belong to runs that are being written; each run is read once. */
export class LiveRuns {
  readonly #stores: readonly StoreRef[];
  readonly #known = new Map<string, Promise<boolean>>();

  constructor(stores: readonly StoreRef[]) {
    this.#stores = stores;
  }

  has(storeKey: string, file: string): Promise<boolean> {
    const store = this.#stores.find(({ key }) => key === storeKey);
    const place = runOf(storeKey, file);
    if (store === undefined || place === null) return Promise.resolve(false);
    const key = JSON.stringify([storeKey, place]);
    const known = this.#known.get(key) ?? isRunLive(store, place.experiment, place.run);
    this.#known.set(key, known);
    return known;
  }
}

/** A run whose metadata cannot be read may be running: what it logged says when it was last heard of. */
async function isRunLive(store: StoreRef, experiment: string, run: string): Promise<boolean> {
  for await (const [record] of openFileReader(store).records(experiment, [run])) {
    if (record === undefined) return false;
    const { info, metrics } = record;
    const newestMetric = metrics.reduce((newest, { last }) => Math.max(newest, last.timestamp), 0);
    const status = info.readable ? info.status : "RUNNING";
    return isLive({ status, start: info.start, newestMetric, changed: null }, Date.now());
  }
  return false;
}
