import type { DataSheet } from "../frame/dataSheet.ts";
import type { Line } from "./line.ts";
import { firstFrom } from "./nearest.ts";

/** More lines beside one another are no table any more: then a row is a point. */
const MOST_COLUMNS = 40;

/** The lines beside one another, a row for each place where any of them has a point. */
export function lineSheet(axis: string, lines: readonly Line[]): DataSheet {
  if (lines.length > MOST_COLUMNS) return pointSheet(axis, lines);
  const places = Float64Array.from(new Set(lines.flatMap(({ x }) => [...x]))).sort();
  const columns = lines.flatMap((line) => columnsOf(line));
  return {
    columns: [axis, ...columns.map(({ title }) => title)],
    rows: places.length,
    cell: (row, column) => {
      const place = places[row] ?? Number.NaN;
      if (column === 0) return place;
      const found = columns[column - 1];
      const index = found === undefined ? -1 : firstFrom(found.x, place);
      return found?.x[index] === place ? (found.values[index] ?? null) : null;
    },
  };
}

interface LineColumn {
  readonly title: string;
  readonly x: Float64Array;
  readonly values: Float64Array;
}

function columnsOf({ label, x, y, raw, band }: Line): readonly LineColumn[] {
  const column = (suffix: string, values: Float64Array | undefined | null): readonly LineColumn[] =>
    values ? [{ title: label + suffix, x, values }] : [];
  if (raw !== null) return [...column("", raw), ...column(" (smoothed)", y)];
  return [...column("", y), ...column(" (low)", band?.low), ...column(" (high)", band?.high)];
}

/** A row a point, as programs want them: the line, its place, its value. */
export function pointSheet(axis: string, lines: readonly Line[]): DataSheet {
  const ends: number[] = [];
  for (const { x } of lines) ends.push((ends.at(-1) ?? 0) + x.length);
  const isSmoothed = lines.some(({ raw }) => raw !== null);
  const hasBand = lines.some(({ band }) => band !== null);
  const extra = [...(isSmoothed ? ["smoothed"] : []), ...(hasBand ? ["low", "high"] : [])];
  return {
    columns: ["line", axis, "value", ...extra],
    rows: ends.at(-1) ?? 0,
    cell: (row, column) => {
      const at = ends.findIndex((end) => row < end);
      const line = lines[at];
      if (line === undefined) return null;
      return pointCell(line, row - (ends[at - 1] ?? 0), ["line", "x", "value", ...extra][column] ?? "");
    },
  };
}

function pointCell({ label, x, y, raw, band }: Line, index: number, column: string): number | string | null {
  switch (column) {
    case "line":
      return label;
    case "x":
      return x[index] ?? null;
    case "value":
      return (raw ?? y)[index] ?? null;
    case "smoothed":
      return raw === null ? null : (y[index] ?? null);
    case "low":
      return band?.low[index] ?? null;
    default:
      return band?.high[index] ?? null;
  }
}
