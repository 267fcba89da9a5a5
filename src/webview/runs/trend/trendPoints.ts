import type { Trend } from "../../../core/model/trend.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import type { DataSheet } from "../../ui/chart/frame/dataSheet.ts";
import { type Coding, plainCoding } from "../../ui/chart/items/coding.ts";
import { orderOf } from "../../ui/chart/items/stepping.ts";
import { markOf } from "../../ui/chart/paint/shapes.ts";
import type { Scatter } from "../../ui/chart/points/scatter.ts";
import { padded, rangeOf } from "../../ui/chart/scale/extent.ts";
import { moment } from "../../ui/format/time.ts";
import { t } from "../../ui/l10n.ts";

/** More groups share the last look: nobody tells so many apart. */
const MOST_GROUPS = 12;
const AIR = 0.05;

/** A trend's runs as points over their start; null where no value is a number. */
export function trendPoints(trend: Trend, isGrouped: boolean): Scatter | null {
  const { starts, values } = trend;
  const shown = Array.from(values.keys()).filter((run) => Number.isFinite(values[run]) && Number.isFinite(starts[run]));
  const x = rangeOf([shown.map((run) => starts[run] ?? 0)]);
  const y = rangeOf([values]);
  if (x === null || y === null) return null;
  const [from, to] = padded(x[0] === x[1] ? [x[0] - HOUR, x[1] + HOUR] : x, "time", 0.02);
  const [low, high] = padded(y, "linear", AIR);
  return {
    x: { kind: "time", from, to },
    y: { kind: "linear", from: low, to: high },
    shown,
    order: orderOf(shown, starts, values),
    sizes: new Float64Array(values.length).fill(values.length > 2000 ? 4.5 : 8),
    coding: isGrouped ? groupCoding(trend) : plainCoding(values.length),
  };
}

const HOUR = 3_600_000;

function groupCoding({ group, groups }: Trend): Coding {
  const named = groups
    .slice(0, MOST_GROUPS)
    .map((name, look) => ({ label: name === "" ? t("(none)") : visibleText(name), look, mark: markOf(look) }));
  const rest = groups.length - named.length;
  const classes =
    rest > 0 ? [...named, { label: t("{0} others", rest), look: MOST_GROUPS, mark: markOf(MOST_GROUPS) }] : named;
  return { classes, of: Uint16Array.from(group, (index) => Math.min(index, classes.length - 1)), legend: classes };
}

/** The line of the best value so far as steps: it holds from one best run to the next. */
export function bestSteps({ starts, best }: Trend, until: number): { readonly x: number[]; readonly y: number[] } {
  const [x, y]: [number[], number[]] = [[], []];
  for (const [run, value] of best?.entries() ?? []) {
    if (Number.isNaN(value) || value === y.at(-1)) continue;
    const start = starts[run] ?? Number.NaN;
    if (y.length > 0) {
      x.push(start);
      y.push(y.at(-1) ?? value);
    }
    x.push(start);
    y.push(value);
  }
  if (y.length > 0) {
    x.push(until);
    y.push(y.at(-1) ?? Number.NaN);
  }
  return { x, y };
}

/** The runs in their order, a row each; starts as dates for people, in milliseconds for programs. */
export function trendSheet(trend: Trend, audience: "people" | "programs", isGrouped: boolean): DataSheet {
  const { refs, labels, starts, values, best, group, groups, metric } = trend;
  const columns = [
    { name: t("run"), cell: (run: number) => labels[run] ?? null },
    ...(audience === "programs" ? [{ name: "run_id", cell: (run: number) => refs[run]?.run ?? null }] : []),
    {
      name: t("start"),
      cell: (run: number) => (audience === "people" ? moment(starts[run] ?? Number.NaN) : (starts[run] ?? null)),
    },
    { name: metric, cell: (run: number) => values[run] ?? null },
    ...(best === null ? [] : [{ name: t("best so far"), cell: (run: number) => best[run] ?? null }]),
    ...(isGrouped ? [{ name: t("group"), cell: (run: number) => groups[group[run] ?? -1] ?? null }] : []),
  ];
  return {
    columns: columns.map(({ name }) => name),
    rows: refs.length,
    cell: (row, column) => columns[column]?.cell(row) ?? null,
  };
}
