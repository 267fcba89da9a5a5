import type { RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import { t } from "../../l10n.ts";
import type { LegendEntry } from "../frame/picture.ts";
import type { ChartColors } from "../look/colors.ts";
import type { Mark } from "../paint/pen.ts";
import { markOf } from "../paint/shapes.ts";
import { placeOf, valueAt } from "../scale/scale.ts";
import { columnScale, columnText } from "./columnScale.ts";

/** How the items of one class look. */
export interface CodeClass {
  readonly label: string;
  /** The n-th colour, a share of the way along the ramp, or dimmed for those without a value. */
  readonly look: number | { readonly share: number } | null;
  /** As well as the colour: nothing is told by colour alone. */
  readonly mark: Mark;
}

/** Items in classes by a column: by its categories, or by stretches of its numbers. */
export interface Coding {
  readonly classes: readonly CodeClass[];
  /** The class of each item. */
  readonly of: Uint16Array;
  /** Classes worth a place in a legend. */
  readonly legend: readonly CodeClass[];
}

/** More categories share one class: nobody tells so many colours apart. */
const MOST_CATEGORIES = 12;
const RAMP = 16;

/** All items alike. */
export function plainCoding(items: number): Coding {
  return { classes: [{ label: "", look: 0, mark: markOf(0) }], of: new Uint16Array(items), legend: [] };
}

/** Each item with a look of its own. */
export function ownCoding(labels: readonly string[], looks: readonly number[]): Coding {
  const classes = labels.map((label, i) => ({ label, look: looks[i] ?? 0, mark: markOf(i) }));
  return { classes, of: Uint16Array.from(labels.keys()), legend: classes };
}

export function codingOf(column: RunColumn): Coding {
  return column.kind === "category" ? byCategory(column) : byNumber(column);
}

function byCategory({ categories, codes, missing }: Extract<RunColumn, { kind: "category" }>): Coding {
  const shown = categories.slice(0, categories.length > MOST_CATEGORIES ? MOST_CATEGORIES - 1 : MOST_CATEGORIES);
  const classes: CodeClass[] = shown.map((category, look) => ({
    label: columnText(category),
    look,
    mark: markOf(look),
  }));
  const rest = categories.length - shown.length;
  if (rest > 0) classes.push({ label: t("{0} others", rest), look: shown.length, mark: markOf(shown.length) });
  const none = classes.push(without(classes.length)) - 1;
  const of = Uint16Array.from(codes, (code) => (code < 0 ? none : Math.min(code, none - 1)));
  return { classes, of, legend: missing > 0 ? classes : classes.slice(0, none) };
}

function byNumber(column: Extract<RunColumn, { kind: "number" }>): Coding {
  const scale = columnScale(column, column.isLogarithmic);
  const classes: CodeClass[] = Array.from({ length: RAMP }, (_, i) => alongRamp("", i / (RAMP - 1)));
  const none = classes.push(without(NO_NUMBER)) - 1;
  const of = Uint16Array.from(column.values, (value) => {
    const place = placeOf(scale, value);
    return place >= 0 && place <= 1 ? Math.min(RAMP - 1, Math.floor(place * RAMP)) : none;
  });
  const ends = [0, 0.5, 1].map((share) => alongRamp(columnText(valueAt(scale, share), column), share));
  return { classes, of, legend: of.includes(none) ? [...ends, without(NO_NUMBER)] : ends };
}

/** Low and high numbers point down and up. */
function alongRamp(label: string, share: number): CodeClass {
  return { label, look: { share }, mark: { shape: share < 1 / 3 ? "down" : share > 2 / 3 ? "triangle" : "circle" } };
}

/** A mark that no stretch of numbers has: a hollow circle. */
const NO_NUMBER = 7;

function without(mark: number): CodeClass {
  return { label: t("(none)"), look: null, mark: markOf(mark) };
}

export function colorOfClass({ look }: CodeClass, colors: ChartColors): string {
  if (look === null) return colors.dim;
  return typeof look === "number" ? colors.line(look) : colors.ramp(look.share);
}

/** What the classes look like, for the legend of a picture. */
export function pictureLegend({ legend }: Coding, colors: ChartColors): readonly LegendEntry[] {
  return legend.map((one) => ({ label: one.label, color: colorOfClass(one, colors), dash: [], mark: one.mark }));
}
