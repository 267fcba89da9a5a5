import type { RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import type { Coding } from "../items/coding.ts";
import { columnKey, columnScale, columnText } from "../items/columnScale.ts";
import { placeOf, valueAt } from "../scale/scale.ts";
import { ticks } from "../scale/ticks.ts";

/** One axis: where each run crosses it, from 0 at the bottom to 1 at the top; NaN where it has no value. */
export interface ParallelAxis {
  readonly id: string;
  readonly title: string;
  readonly column: RunColumn;
  readonly isLog: boolean;
  readonly places: Float64Array;
  readonly marks: readonly { readonly place: number; readonly label: string }[];
}

export interface Parallel {
  readonly axes: readonly ParallelAxis[];
  readonly coding: Coding;
  readonly runs: number;
}

/** What is picked on axes, by their ids: from and to, as places. */
export type Brushes = ReadonlyMap<string, readonly [from: number, to: number]>;

const TICKS = 6;
/** More categories are not all written. */
const MOST_MARKS = 14;

export function parallelAxis(column: RunColumn, isLog: boolean): ParallelAxis {
  const named = { id: columnKey(column), title: columnText(column.key), column, isLog };
  if (column.kind === "category") {
    const place = (code: number): number => categoryPlace(code, column.categories.length);
    const every = Math.ceil(column.categories.length / MOST_MARKS);
    const marks = column.categories.map((label, code) => ({ place: place(code), label: columnText(label) }));
    return {
      ...named,
      places: Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : place(code))),
      marks: marks.filter((_, code) => code % every === 0),
    };
  }
  const scale = columnScale(column, isLog);
  return {
    ...named,
    places: column.values.map((value) => {
      const place = placeOf(scale, value);
      return place >= 0 && place <= 1 ? place : Number.NaN;
    }),
    marks: ticks(scale, TICKS).map(({ value, label }) => ({ place: placeOf(scale, value), label })),
  };
}

/** Categories stand apart alike, one alone in the middle. */
function categoryPlace(code: number, count: number): number {
  return count < 2 ? 0.5 : code / (count - 1);
}

/** A place on an axis in words. */
export function placeText({ column, isLog }: ParallelAxis, place: number): string {
  if (column.kind === "number") return columnText(valueAt(columnScale(column, isLog), place), column);
  const code = Math.round(place * Math.max(0, column.categories.length - 1));
  return columnText(column.categories[code] ?? "");
}

/** Runs that lie within all brushes, whose axes are there. */
export function brushed({ axes, runs }: Parallel, brushes: Brushes): readonly number[] {
  const active = axes.flatMap((axis) => {
    const brush = brushes.get(axis.id);
    return brush === undefined ? [] : [{ places: axis.places, brush }];
  });
  const isIn = (run: number): boolean =>
    active.every(({ places, brush: [from, to] }) => {
      const place = places[run] ?? Number.NaN;
      return place >= from - TINY && place <= to + TINY;
    });
  return Array.from({ length: runs }, (_, run) => run).filter(isIn);
}

/** Ends of axes are hit whatever rounding makes of them. */
const TINY = 1e-9;

/** A list with one of its items moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined) return list;
  return list.toSpliced(from, 1).toSpliced(Math.min(Math.max(to, 0), list.length - 1), 0, item);
}
