import { effect, signal } from "@preact/signals";
import type { RunRef } from "../../core/model/run.ts";
import { type ChartState, FIRST_CHARTS } from "../../protocol/chartState.ts";
import { FIRST_STATE } from "../../protocol/compareState.ts";
import type { CompareState, RunsState } from "../../protocol/runs.ts";
import type { Surroundings } from "../ui/host.ts";
import { restoreCharts } from "./charts/restore.ts";
import { restoreCompare } from "./compare/restore.ts";

/** What a reader chose on this page, kept by each change for the page that comes after a reload. */
export class Choices {
  readonly compare = signal<CompareState>(FIRST_STATE);
  /** What the others are measured against; null where nobody chose. */
  readonly baseline = signal<RunRef | null>(null);
  readonly charts = signal<ChartState>(FIRST_CHARTS);

  /** `refs` is read within an effect: when they change, they are kept too. */
  constructor(surroundings: Surroundings, refs: () => readonly RunRef[]) {
    const kept = (surroundings.state ?? {}) as Partial<RunsState>;
    this.compare.value = restoreCompare(kept.compare);
    this.baseline.value = kept.baseline ?? null;
    this.charts.value = restoreCharts(kept.charts);
    effect(() => {
      const state: RunsState = {
        refs: refs(),
        compare: this.compare.value,
        baseline: this.baseline.value,
        charts: this.charts.value,
      };
      if (state.refs.length > 0) surroundings.keepState(state);
    });
  }

  choose(change: Partial<CompareState>): void {
    this.compare.value = { ...this.compare.value, ...change };
  }
}
