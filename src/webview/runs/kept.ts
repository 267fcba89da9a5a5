import type { RunsState } from "../../protocol/runs.ts";
import type { Surroundings } from "../ui/host.ts";
import type { TableState } from "./table/tableView.ts";
import type { TrendState } from "./trend/trendState.ts";

/** What the page keeps beside what its host reads of it. */
export interface PageState extends Partial<RunsState> {
  readonly table?: TableState;
  readonly trend?: TrendState;
}

/** The page's state as kept by `setState`, of which each tab keeps its own part. */
export class Kept {
  readonly #surroundings: Surroundings;
  #state: PageState;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    const { state } = surroundings;
    this.#state = typeof state === "object" && state !== null ? state : {};
  }

  get state(): PageState {
    return this.#state;
  }

  keep(part: PageState): void {
    this.#state = { ...this.#state, ...part };
    this.#surroundings.keepState(this.#state);
  }
}
