import type { RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import { shortNumber } from "../../../../core/model/numberText.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { duration, moment } from "../../format/time.ts";
import { padded, rangeOf } from "../scale/extent.ts";
import type { Scale, ScaleKind } from "../scale/scale.ts";

type Named = Pick<RunColumn, "of" | "key">;

/** The same text for the same column. */
export function columnKey({ of, key }: Named): string {
  return `${of}:${key}`;
}

/** How a column of numbers is counted on an axis. */
export function kindOf({ of, key }: Named, log: boolean): ScaleKind {
  if (of === "attribute" && key === "start") return "time";
  if (log) return "log";
  return of === "attribute" && key === "duration" ? "elapsed" : "linear";
}

/** Numbers that are all whole are counted in whole ones. */
function scaleKind(column: Extract<RunColumn, { kind: "number" }>, log: boolean): ScaleKind {
  const kind = kindOf(column, log);
  const isWhole =
    kind === "linear" && column.values.every((value) => Number.isInteger(value) || !Number.isFinite(value));
  return isWhole ? "whole" : kind;
}

/** An axis over all values of a column; any axis where it has none. */
export function columnScale(column: Extract<RunColumn, { kind: "number" }>, log: boolean, air = 0): Scale {
  const kind = scaleKind(column, log);
  const range = rangeOf([column.values], kind) ?? (kind === "log" ? [1, 10] : [0, 1]);
  const [from, to] = padded(range, kind, air);
  return { kind, from, to };
}

/** A value of a column as people read it. */
export function columnText(value: number | string, column?: Named): string {
  if (typeof value === "string") return value === "" ? '""' : visibleText(value);
  const kind = column === undefined ? "linear" : kindOf(column, false);
  if (!Number.isFinite(value) || kind === "linear") return shortNumber(value);
  return kind === "time" ? moment(value) : duration(value);
}

/** What a run has in a column, in words. */
export function cellText(column: RunColumn, run: number): string {
  if (column.kind === "number") {
    const value = column.values[run] ?? Number.NaN;
    return columnText(value, column);
  }
  const code = column.codes[run] ?? -1;
  return code < 0 ? "–" : columnText(column.categories[code] ?? "");
}
