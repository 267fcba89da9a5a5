import { effect, signal } from "@preact/signals";
import type { RunRef } from "../../core/model/run.ts";
import type { ColumnOrder, RunsState } from "../../protocol/runs.ts";
import type { Surroundings } from "../ui/host.ts";

/** What a reader chose on this page, kept by each change for the page that comes after a reload. */
export class Choices {
  readonly onlyDifferences = signal(true);
  readonly filter = signal("");
  readonly order = signal<ColumnOrder | null>(null);

  /** `refs` is read within an effect: when they change, they are kept too. */
  constructor(surroundings: Surroundings, refs: () => readonly RunRef[]) {
    this.#restore(surroundings.state);
    effect(() => {
      const state: RunsState = {
        refs: refs(),
        onlyDifferences: this.onlyDifferences.value,
        filter: this.filter.value,
        order: this.order.value,
      };
      if (state.refs.length > 0) surroundings.keepState(state);
    });
  }

  #restore(kept: unknown): void {
    const { onlyDifferences, filter, order } = (
      typeof kept === "object" && kept !== null ? kept : {}
    ) as Partial<RunsState>;
    if (typeof onlyDifferences === "boolean") this.onlyDifferences.value = onlyDifferences;
    if (typeof filter === "string") this.filter.value = filter;
    if (typeof order?.metric === "string")
      this.order.value = { metric: order.metric, descending: order.descending === true };
  }
}
