import type { Signal } from "@preact/signals";
import type { RunRef } from "../../../core/model/run.ts";
import type { Comparison } from "../../../core/model/views.ts";
import type { ChartState } from "../../../protocol/chartState.ts";

/** What the charts of a comparison are given. */
export interface CompareChartsProps {
  readonly comparison: Comparison;
  readonly filter: string;
  readonly choices: Signal<ChartState>;
  look(ref: RunRef): number;
}
