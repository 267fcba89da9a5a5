import { dirname } from "node:path";
import type { StoreRef } from "../../src/core/model/store.ts";
import type { RunRequest } from "../../src/core/model/views.ts";
import type { Engine } from "../../src/engine/engine.ts";

export function fileStore(key: string): StoreRef {
  return { key, kind: "file", base: dirname(key), label: "mlruns" };
}

export function database(key: string): StoreRef {
  return { key, kind: "sqlite", base: dirname(key), label: "mlflow.db" };
}

/** Opens a store and waits until so many of its runs are in the index; comparing with the disk may go on. */
export async function openWhole(
  engine: Engine,
  store: StoreRef,
  runs: number,
  setup: { readonly cacheFolder?: string; readonly watch?: boolean } = {},
): Promise<void> {
  const indexed = untilIndexed(engine, runs);
  await engine.open({ stores: [store], cacheFolder: setup.cacheFolder ?? null, watch: setup.watch ?? false });
  await indexed;
}

/** Asks after each change, one question at a time, as a tree that redraws does. */
function untilIndexed(engine: Engine, runs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let isAsking = false;
    let isDue = false;
    const ask = async (): Promise<void> => {
      isDue = true;
      if (isAsking) return;
      isAsking = true;
      while (isDue) {
        isDue = false;
        const [row] = await engine.stores();
        if (row?.error) throw new Error(row.error);
        if ((row?.indexed ?? 0) >= runs) {
          forget();
          resolve();
        }
      }
      isAsking = false;
    };
    const forget = engine.onDidChange(() => void ask().catch(reject));
  });
}

/** A request for the first page of a store's runs. */
export function firstPage(store: string, changes: Partial<RunRequest> = {}): RunRequest {
  return {
    store,
    experiments: null,
    filter: "",
    lifecycle: "active",
    order: { by: "start", descending: true },
    grouping: "none",
    offset: 0,
    limit: 200,
    ...changes,
  };
}
