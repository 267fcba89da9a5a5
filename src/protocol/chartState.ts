/** How the charts of a comparison are drawn, as a page keeps it. */
import type { BandKind } from "../core/model/bands.ts";
import type { SeriesAxis } from "../core/model/views.ts";

/** What runs are grouped by: those that share its value become one line. */
export interface ChartGrouping {
  readonly of: "param" | "tag" | "attribute";
  readonly key: string;
}

export interface ChartState {
  readonly axis: SeriesAxis;
  /** Weight of the moving average, 0 to 0.99. */
  readonly smoothing: number;
  readonly logX: boolean;
  readonly logY: boolean;
  /** Per cent of the values cut off at either end; 0 for none. */
  readonly outliers: number;
  /** All lines over one another, or a small chart for each. */
  readonly layout: "overlay" | "each";
  readonly grouping: ChartGrouping | null;
  readonly band: BandKind;
}

export const FIRST_CHARTS: ChartState = {
  axis: "step",
  smoothing: 0,
  logX: false,
  logY: false,
  outliers: 0,
  layout: "overlay",
  grouping: null,
  band: "std",
};
