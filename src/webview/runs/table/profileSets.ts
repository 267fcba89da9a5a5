import { signal } from "@preact/signals";
import type { ColumnProfile, TableQuery } from "../../../core/model/runsTable.ts";
import { type Profiles, profilesOf } from "./columns/profiles.ts";

/** Of all runs of a table, and of those that match its filter. */
export interface ProfileSets {
  readonly all: Profiles;
  readonly matching: Profiles;
}

/** Asks for the columns' profiles; while new ones come the old ones stay. */
export class ProfileLoader {
  readonly sets = signal<ProfileSets | null>(null);
  readonly #ask: (query: TableQuery) => Promise<readonly ColumnProfile[]>;
  #turn = 0;

  constructor(ask: (query: TableQuery) => Promise<readonly ColumnProfile[]>) {
    this.#ask = ask;
  }

  /** Asks for both, or only for those that match where only the filter changed. The newest question counts. */
  async load(query: TableQuery, isOnlyFilter: boolean): Promise<void> {
    const turn = ++this.#turn;
    const known = isOnlyFilter ? (this.sets.value?.all ?? null) : null;
    const all = known ?? profilesOf(await this.#ask({ ...query, filter: "", onlyProblems: false, order: [] }));
    if (turn !== this.#turn) return;
    const isFiltered = query.filter.trim() !== "" || query.onlyProblems === true;
    if (!isFiltered || this.sets.value === null) this.sets.value = { all, matching: all };
    if (!isFiltered) return;
    const matching = profilesOf(await this.#ask({ ...query, order: [] }));
    if (turn === this.#turn) this.sets.value = { all, matching };
  }
}
