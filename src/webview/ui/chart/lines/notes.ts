import type { Band } from "../../../../core/model/bands.ts";
import type { Series } from "../../../../core/model/views.ts";
import { count } from "../../format/number.ts";
import { counted, t } from "../../l10n.ts";
import type { Range } from "../scale/extent.ts";
import type { Line } from "./line.ts";
import type { LineModel } from "./model.ts";
import { oddOf } from "./oddValues.ts";
import type { Points } from "./usePoints.ts";

/** "200 points", or "1,000 of 12,345 points" where only a sample is drawn; of groups their runs. */
export function pointsText({ series, bands }: Points): string {
  if (bands.length > 0) {
    const runs = bands.reduce((sum, band) => sum + band.runs - band.left, 0);
    return counted(runs, "{0} run in {1}", "{0} runs in {1}", counted(bands.length, "{0} group", "{0} groups"));
  }
  const drawn = series.reduce((sum, { values }) => sum + values.length, 0);
  const logged = series.reduce((sum, { points }) => sum + points, 0);
  if (isSampled(series)) return t("{0} of {1} points", count(drawn), count(logged));
  return counted(logged, "{0} point", "{0} points");
}

function bandNotes(bands: readonly Band[]): readonly string[] {
  const binned = bands.find(({ isBinned }) => isBinned);
  const left = bands.reduce((sum, band) => sum + band.left, 0);
  return [
    binned === undefined ? "" : t("Means over {0} equal stretches", count(binned.x.length)),
    left === 0 ? "" : counted(left, "{0} run left out: too many points", "{0} runs left out: too many points"),
  ];
}

function isSampled(series: readonly Series[]): boolean {
  return series.some(({ values, points }) => values.length < points);
}

/** What of the lines is marked rather than drawn, cut off, or left out; a phrase each. */
export function lineNotes(model: LineModel, lines: readonly Line[], { series, bands }: Points): readonly string[] {
  const unplaced = series.reduce((sum, one) => sum + one.unplaced, 0);
  const all = lines.map(({ raw, y }) => raw ?? y);
  const values = (counts: (value: number) => boolean): number =>
    all.reduce((sum, list) => sum + list.reduce((n, value) => n + Number(counts(value)), 0), 0);
  const nan = values(Number.isNaN);
  const infinite = values((value) => oddOf(value) === "high" || oddOf(value) === "low");
  const isDrawn = lines.some(({ y }) => y.some(Number.isFinite));
  const notes = [
    isSampled(series) ? t("Of each stretch its first, last, least and greatest value, and gaps") : "",
    nan > 0 ? (isDrawn ? t("{0} NaN, marked × below", count(nan)) : t("{0} NaN", count(nan))) : "",
    infinite > 0
      ? isDrawn
        ? t("{0} infinite, marked at the edge", count(infinite))
        : t("{0} infinite", count(infinite))
      : "",
    model.yKind === "log"
      ? leftOut(
          values((value) => value <= 0 && Number.isFinite(value)),
          isSampled(series),
        )
      : "",
    model.x.kind === "log" ? placesLeftOut(lines, model.x.title) : "",
    model.bounds === null
      ? ""
      : cutOff(
          values((value) => isBeyond(value, model.bounds)),
          all,
        ),
    unplaced > 0
      ? counted(unplaced, "{0} point without a value of {1}", "{0} points without a value of {1}", model.x.title)
      : "",
    ...bandNotes(bands),
  ];
  return notes.filter((note) => note !== "");
}

/** Of a long series a part is drawn, and only that part is counted. */
function leftOut(values: number, sampled: boolean): string {
  if (values === 0) return "";
  return sampled
    ? counted(
        values,
        "Not on a log scale: {0} drawn value of zero or below",
        "Not on a log scale: {0} drawn values of zero or below",
      )
    : counted(
        values,
        "Not on a log scale: {0} value of zero or below",
        "Not on a log scale: {0} values of zero or below",
      );
}

function placesLeftOut(lines: readonly Line[], axis: string): string {
  const places = lines.reduce((sum, { x }) => sum + x.filter((place) => place <= 0).length, 0);
  return places === 0
    ? ""
    : counted(
        places,
        "Not on a log scale: {0} {1} of zero or below",
        "Not on a log scale: {0} {1} of zero or below",
        axis,
      );
}

function isBeyond(value: number, bounds: Range | null): boolean {
  return bounds !== null && Number.isFinite(value) && (value < bounds[0] || value > bounds[1]);
}

function cutOff(values: number, all: readonly Float64Array[]): string {
  if (values === 0) return "";
  const whole = all.reduce((sum, list) => sum + list.length, 0);
  return counted(values, "{0} outlier of {1} points cut off", "{0} outliers of {1} points cut off", count(whole));
}
