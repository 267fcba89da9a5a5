import type { RunRecord } from "../../core/model/run.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { RunSummary } from "../../core/verify/facts/runSummary.ts";
import { openFileReader } from "../disk/reader.ts";

interface Place {
  readonly store: StoreRef;
  readonly experiment: string;
  readonly run: string;
}

/** Runs that were looked at, by their id; the few that are named elsewhere are read once more. */
export class SeenRuns {
  readonly #byId = new Map<string, Place>();

  add(store: StoreRef, { id, experiment, run }: RunSummary): void {
    if (!this.#byId.has(id)) this.#byId.set(id, { store, experiment, run });
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Key of the store that a run was seen in; null for a run that was not. */
  storeOf(id: string): string | null {
    return this.#byId.get(id)?.store.key ?? null;
  }

  /** Names the experiment that a run is of, the same for all its runs; null for a run that was not seen. */
  experimentOf(id: string): string | null {
    const place = this.#byId.get(id);
    return place === undefined ? null : experimentKey(place);
  }

  /** A run without its points; null where it was not seen, or is gone meanwhile. */
  async record(id: string): Promise<RunRecord | null> {
    const place = this.#byId.get(id);
    if (place === undefined) return null;
    for await (const record of records([place])) return record;
    return null;
  }

  /** All runs, or those of one experiment by its name, read again. */
  async *records(experiment?: string): AsyncGenerator<RunRecord> {
    const byExperiment = new Map<string, Place[]>();
    for (const place of this.#byId.values()) {
      const key = experimentKey(place);
      if (experiment !== undefined && key !== experiment) continue;
      const known = byExperiment.get(key);
      if (known) known.push(place);
      else byExperiment.set(key, [place]);
    }
    for (const places of byExperiment.values()) yield* records(places);
  }
}

function experimentKey({ store, experiment }: Place): string {
  return `${store.key}\n${experiment}`;
}

/** Runs of one experiment. */
async function* records(places: readonly Place[]): AsyncGenerator<RunRecord> {
  const [first] = places;
  if (first === undefined) return;
  const { store, experiment } = first;
  const reader = store.kind === "file" ? openFileReader(store) : await database(store);
  try {
    for await (const batch of reader.records(
      experiment,
      places.map(({ run }) => run),
    )) {
      yield* batch;
    }
  } finally {
    await reader.close();
  }
}

async function database(store: StoreRef) {
  const { openSqliteReader } = await import("../sqlite/reader.ts");
  return openSqliteReader(store);
}
