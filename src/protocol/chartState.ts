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
  readonly many: ManyState;
}

/** The charts of many runs, of which one is shown. */
export type ManyView = "parallel" | "scatter" | "box" | "correlation";

/** What they show: columns as `metric:rmse`, `param:lr`, `attribute:start`; null for what says most at first. */
export interface ManyState {
  readonly view: ManyView;
  readonly x: string | null;
  /** The metric that all of them are about. */
  readonly y: string | null;
  /** Empty for no column. */
  readonly color: string | null;
  readonly size: string | null;
  readonly group: string | null;
  /** Of the parallel coordinates, from left to right. */
  readonly axes: readonly string[] | null;
  /** Columns on a log scale; null for those whose values reach over decades. */
  readonly logs: readonly string[] | null;
}

export const FIRST_MANY: ManyState = {
  view: "parallel",
  x: null,
  y: null,
  color: null,
  size: null,
  group: null,
  axes: null,
  logs: null,
};

export const FIRST_CHARTS: ChartState = {
  axis: "step",
  smoothing: 0,
  logX: false,
  logY: false,
  outliers: 0,
  layout: "overlay",
  grouping: null,
  band: "std",
  many: FIRST_MANY,
};
