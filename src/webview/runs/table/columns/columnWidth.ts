import { shortNumber } from "../../../../core/model/numberText.ts";
import type { Column, ColumnProfile } from "../../../../core/model/runsTable.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { duration } from "../../../ui/format/time.ts";
import { t } from "../../../ui/l10n.ts";
import { statusWord } from "../../../ui/statusWords.ts";
import { statsText } from "../cells/cellText.ts";
import { columnTitle, valueWord } from "./columnTitle.ts";

/** Width of a text in CSS pixels. */
export type Measure = (text: string) => number;

export const LEAST_WIDTH = 48;
export const MOST_WIDTH = 1200;

/** Natural widths stay below this; a person may want more. */
const NATURAL = { least: 64, most: 240 };
/** Padding at both sides, and what stands before the words. */
const PADDING = 22;
const ICON = 20;
/** Room in a header for its menu, which shows on hovering over the end of the title. */
const MARKS = 20;

/** Wide enough for the title and for typical values. */
export function naturalWidth(
  column: Column,
  profile: ColumnProfile | undefined,
  { measure, hasGroups }: { readonly measure: Measure; readonly hasGroups: boolean },
): number {
  const texts = [...samples(column, profile), ...(hasGroups ? groupSamples(profile) : [])];
  const own = Math.max(titleWidth(column, measure), valuesWidth(texts, column, measure));
  return Math.round(Math.max(NATURAL.least, Math.min(own, NATURAL.most)));
}

/** Wide enough for the title and for these texts. */
export function fittedWidth(column: Column, texts: readonly string[], measure: Measure): number {
  return boundedWidth(Math.max(titleWidth(column, measure), valuesWidth(texts, column, measure)));
}

export function boundedWidth(width: number): number {
  return Math.round(Math.max(LEAST_WIDTH, Math.min(width, MOST_WIDTH)));
}

function titleWidth(column: Column, measure: Measure): number {
  const word = valueWord(column);
  const icon = column.kind === "attribute" ? 0 : ICON;
  return measure(columnTitle(column)) + (word === "" ? 0 : measure(` ${word}`)) + icon + MARKS + PADDING;
}

function valuesWidth(texts: readonly string[], column: Column, measure: Measure): number {
  const icon = column.kind === "metric" ? 0 : ICON;
  return Math.max(0, ...texts.map(measure)) + icon + PADDING;
}

/** Texts as wide as those of most groups. */
function groupSamples(profile: ColumnProfile | undefined): string[] {
  switch (profile?.type) {
    case "number":
      return [statsText({ count: 2, mean: 0.1234, std: 0.01234, min: 0, max: 1 }, "number")];
    case "time":
      return ["2026-12-24 – 2026-12-24"];
    case "duration":
      return [`${duration(59 * 60_000 + 59_000)} ± ${duration(59 * 60_000 + 59_000)}`];
    default:
      return [];
  }
}

/** Texts as wide as most of a column's. */
function samples({ kind, key }: Column, profile: ColumnProfile | undefined): string[] {
  switch (profile?.type) {
    case "status":
      return [statusWord("unfinished")];
    case "time":
      return [t("{0} min ago", 59)];
    case "duration":
      return [duration(23 * 3_600_000 + 59 * 60_000)];
    case "number":
      return profile.range === null
        ? []
        : [...profile.range.map(shortNumber), profile.goal === "unknown" ? "0.00000" : "★ 0.00000"];
    default:
      return (profile?.top ?? []).map(({ value }) =>
        kind === "attribute" && key === "id" ? value.slice(0, 8) : visibleText(value.slice(0, 60)),
      );
  }
}
