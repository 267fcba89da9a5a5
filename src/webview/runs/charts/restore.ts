import type { BandKind } from "../../../core/model/bands.ts";
import type { SeriesAxis } from "../../../core/model/views.ts";
import { type ChartGrouping, type ChartState, FIRST_CHARTS } from "../../../protocol/chartState.ts";
import { restoreMany } from "./many/restoreMany.ts";

export const MOST_SMOOTHING = 0.99;
/** Per cent that may be cut off at either end. */
export const OUTLIERS = [0, 1, 5] as const;

export const BANDS: readonly BandKind[] = ["std", "stderr", "range"];

/** What was kept of the charts; what is missing or makes no sense is as at first. */
export function restoreCharts(kept: unknown): ChartState {
  const given = (typeof kept === "object" && kept !== null ? kept : {}) as Readonly<Record<keyof ChartState, unknown>>;
  const { axis, smoothing, logX, logY, outliers, layout, grouping, band, many } = given;
  return {
    axis: isAxis(axis) ? axis : FIRST_CHARTS.axis,
    smoothing: typeof smoothing === "number" && smoothing > 0 && smoothing <= MOST_SMOOTHING ? smoothing : 0,
    logX: logX === true,
    logY: logY === true,
    outliers: OUTLIERS.find((known) => known === outliers) ?? 0,
    layout: layout === "each" ? "each" : "overlay",
    grouping: isGrouping(grouping) ? { of: grouping.of, key: grouping.key } : null,
    band: BANDS.find((known) => known === band) ?? FIRST_CHARTS.band,
    many: restoreMany(many),
  };
}

function isAxis(axis: unknown): axis is SeriesAxis {
  if (axis === "step" || axis === "relative" || axis === "wall") return true;
  return typeof axis === "object" && axis !== null && "metric" in axis && typeof axis.metric === "string";
}

function isGrouping(grouping: unknown): grouping is ChartGrouping {
  if (typeof grouping !== "object" || grouping === null) return false;
  const { of, key } = grouping as Partial<ChartGrouping>;
  return typeof key === "string" && (of === "param" || of === "tag" || of === "attribute");
}
