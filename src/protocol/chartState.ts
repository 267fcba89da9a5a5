/** How the charts of a comparison are drawn, as a page keeps it. */
import type { SeriesAxis } from "../core/model/views.ts";

export interface ChartState {
  readonly axis: SeriesAxis;
  /** Weight of the moving average, 0 to 0.99. */
  readonly smoothing: number;
  readonly logX: boolean;
  readonly logY: boolean;
  /** Per cent of the values cut off at either end; 0 for none. */
  readonly outliers: number;
}

export const FIRST_CHARTS: ChartState = { axis: "step", smoothing: 0, logX: false, logY: false, outliers: 0 };
