import { placePoints } from "../../../../core/compare/placePoints.ts";
import type { Series, SeriesAxis } from "../../../../core/model/views.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { t } from "../../l10n.ts";
import { type LineName, lineOf } from "./line.ts";
import type { LineAxis, LineModel } from "./model.ts";
import { outlierBounds } from "./outlierBounds.ts";
import type { LineSettings, LineSubject } from "./settings.ts";
import type { LoadedSeries } from "./useSeries.ts";

export interface BuiltModel {
  readonly model: LineModel;
  /** Whether it lies over time because no step was counted, and so over another axis than the charts beside it. */
  readonly isApart: boolean;
}

/** What was loaded as lines over their axis; null where no line has two points to draw. */
export function buildModel(
  loaded: LoadedSeries,
  name: (series: Series) => LineName,
  { title, goal, logX, logY, outliers }: LineSubject & LineSettings,
): BuiltModel | null {
  const { series, axis, isApart } = countedAxis(loaded);
  const lines = series.map((one) => lineOf(one, name(one)));
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
function countedAxis({ series, axis }: LoadedSeries): LoadedSeries & { readonly isApart: boolean } {
  const isStill = axis === "step" && series.every(({ x }) => x[0] === x.at(-1)) && series.some(({ x }) => x.length > 1);
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
      return { title: t("step"), kind: "linear" };
    case "relative":
      return { title: t("time"), kind: "elapsed" };
    case "wall":
      return { title: "", kind: "time" };
  }
}
