import { placePoints } from "../../../../core/compare/placePoints.ts";
import type { Band } from "../../../../core/model/bands.ts";
import type { Series, SeriesAxis } from "../../../../core/model/views.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { t } from "../../l10n.ts";
import { type LineName, lineOf, lineOfBand } from "./line.ts";
import type { LineAxis, LineModel } from "./model.ts";
import { outlierBounds } from "./outlierBounds.ts";
import type { LineSettings, LineSubject } from "./settings.ts";
import type { LoadedPoints } from "./usePoints.ts";

export interface BuiltModel {
  readonly model: LineModel;
  /** Whether it lies over time because no step was counted, and so over another axis than the charts beside it. */
  readonly isApart: boolean;
}

/** What the lines are called. */
export interface Names {
  series(series: Series): LineName;
  band(band: Band): LineName;
}

/** What was loaded as lines over their axis; null where no line has two points to draw. */
export function buildModel(
  loaded: LoadedPoints,
  names: Names,
  { title, goal, logX, logY, outliers }: LineSubject & LineSettings,
): BuiltModel | null {
  const { series, axis, isApart } = countedAxis(loaded);
  const lines = [
    ...series.map((one) => lineOf(one, names.series(one))),
    ...loaded.bands.map((band) => lineOfBand(band, names.band(band))),
  ];
  if (!lines.some(({ x }) => x.length > 1)) return null;
  const named = axisOf(axis);
  const x = logX && named.kind !== "time" ? { ...named, kind: "log" as const } : named;
  const model = {
    title,
    goal,
    lines,
    x,
    yKind: logY ? "log" : "linear",
    bounds: outlierBounds(lines, outliers),
  } as const;
  return { model, isApart };
}

/** Where code never counted its steps, the time since the first point says more than one step for all. */
function countedAxis({
  series,
  bands,
  axis,
}: LoadedPoints): Pick<LoadedPoints, "series" | "axis"> & { readonly isApart: boolean } {
  const isCounted = axis !== "step" || bands.length > 0;
  const isStill = !isCounted && series.every(({ x }) => x[0] === x.at(-1)) && series.some(({ x }) => x.length > 1);
  if (!isStill) return { series, axis, isApart: false };
  return { series: series.map(overTime), axis: "relative", isApart: true };
}

/** Of one step the points are in the order of time already. */
function overTime(series: Series): Series {
  return { ...series, x: placePoints(series, "relative", null).points.x };
}

export function axisOf(axis: SeriesAxis): LineAxis {
  if (typeof axis === "object") return { title: visibleText(axis.metric), kind: "linear" };
  switch (axis) {
    case "step":
      return { title: t("step"), kind: "whole" };
    case "relative":
      return { title: t("time"), kind: "elapsed" };
    case "wall":
      return { title: "", kind: "time" };
  }
}
