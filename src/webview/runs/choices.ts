import { effect, signal } from "@preact/signals";
import { type ChartState, FIRST_CHARTS } from "../../protocol/chartState.ts";
import { FIRST_STATE } from "../../protocol/compareState.ts";
import type { CompareState } from "../../protocol/runs.ts";
import { restoreCharts } from "./charts/restore.ts";
import { restoreCompare } from "./compare/restore.ts";
import type { Kept } from "./kept.ts";
import { FIRST_TREND, restoreTrend, type TrendState } from "./trend/trendState.ts";

/** What a reader chose in the comparison and the trend, kept by each change for the page that comes after a reload. */
export class Choices {
  readonly compare = signal<CompareState>(FIRST_STATE);
  readonly charts = signal<ChartState>(FIRST_CHARTS);
  readonly trend = signal<TrendState>(FIRST_TREND);

  constructor(kept: Kept) {
    this.compare.value = restoreCompare(kept.state.compare);
    this.charts.value = restoreCharts(kept.state.charts);
    this.trend.value = restoreTrend(kept.state.trend);
    effect(() => kept.keep({ compare: this.compare.value, charts: this.charts.value, trend: this.trend.value }));
  }

  choose(change: Partial<CompareState>): void {
    this.compare.value = { ...this.compare.value, ...change };
  }
}
