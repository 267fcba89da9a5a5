import { assemble } from "../../core/compare/assemble.ts";
import type { ExportedStore } from "../../core/compare/export/exportData.ts";
import type { TableSource } from "../../core/compare/tableAnswers.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { Comparison } from "../../core/model/views.ts";
import { StoreSource } from "./storeSource.ts";

/** The stores out of a file, one of which is shown; a store is read once it is asked for. */
export class StoreSources {
  readonly #exported: ReadonlyMap<string, ExportedStore>;
  readonly #read = new Map<string, StoreSource>();
  readonly #made: number;
  #shown: string | null;

  constructor(stores: readonly ExportedStore[], made: number) {
    this.#exported = new Map(stores.map((store) => [store.key, store]));
    this.#made = made;
    this.#shown = stores[0]?.key ?? null;
  }

  /** Null where the file holds a comparison alone. */
  get shown(): StoreSource | null {
    return this.#shown === null ? null : this.of(this.#shown);
  }

  show(key: string): void {
    if (this.#exported.has(key)) this.#shown = key;
  }

  of(key: string): StoreSource | null {
    const exported = this.#exported.get(key);
    const source = this.#read.get(key) ?? (exported && new StoreSource(exported, this.#made));
    if (source) this.#read.set(key, source);
    return source ?? null;
  }

  table(key: string): TableSource | null {
    return this.of(key)?.table ?? null;
  }

  /** Runs of any of the stores side by side. */
  compare(refs: readonly RunRef[], baseline: RunRef | null): Comparison {
    const found = refs.map((ref) => this.of(ref.store)?.run(ref) ?? null);
    const runs = found.filter((run) => run !== null);
    const missing = refs.filter((_, index) => found[index] === null);
    // As in the editor, the first run's repository says what is good.
    const judge = this.of(refs[0]?.store ?? "");
    return assemble(runs, missing, baseline, (metric) => judge?.goalOf(metric) ?? "unknown");
  }
}
