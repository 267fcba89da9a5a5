import type { MetricSummary } from "../../core/model/metric.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { RunSummary } from "../../core/verify/facts/runSummary.ts";
import { openFileReader } from "../disk/reader.ts";

/** Runs that were looked at, by their id; the few that are named elsewhere are read once more. */
export class SeenRuns {
  readonly #byId = new Map<string, { readonly store: StoreRef; readonly experiment: string; readonly run: string }>();

  add(store: StoreRef, { id, experiment, run }: RunSummary): void {
    if (!this.#byId.has(id)) this.#byId.set(id, { store, experiment, run });
  }

  /** Key of the store that a run was seen in; null for a run that was not. */
  storeOf(id: string): string | null {
    return this.#byId.get(id)?.store.key ?? null;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  async metrics(id: string): Promise<readonly MetricSummary[]> {
    const place = this.#byId.get(id);
    if (place === undefined) return [];
    const { store, experiment, run } = place;
    const reader = store.kind === "file" ? openFileReader(store) : await database(store);
    try {
      for await (const [record] of reader.records(experiment, [run])) return record?.metrics ?? [];
      return [];
    } finally {
      await reader.close();
    }
  }
}

async function database(store: StoreRef) {
  const { openSqliteReader } = await import("../sqlite/reader.ts");
  return openSqliteReader(store);
}
