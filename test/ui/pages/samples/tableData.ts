/** Runs of any number with values made from their place alone, so that every picture and every figure is of the same. */
import { goalOf } from "../../../../src/core/model/goal.ts";
import type { Cell, Column } from "../../../../src/core/model/runsTable.ts";
import type { KeyValue } from "../../../../src/core/model/text.ts";
import type { RunRow, ShownStatus } from "../../../../src/core/model/views.ts";
import { HOUR, NOW, row as plainRow, refOf } from "./parts.ts";

/** What a key's values are made by, of the place of a run. */
export type Make = (run: number) => string | number | null;

export interface TableData {
  readonly runs: number;
  readonly metrics: Readonly<Record<string, Make>>;
  readonly params: Readonly<Record<string, Make>>;
  readonly tags: Readonly<Record<string, Make>>;
  readonly telling: readonly string[];
  readonly primary: string | null;
  label(run: number): string;
  status(run: number): ShownStatus;
}

/** From 0 to 1, evenly, the same for the same two numbers. */
export function chance(a: number, b: number): number {
  let hash = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

const HOUR_BETWEEN = 7.3;

export function idOf(run: number): string {
  return Array.from({ length: 4 }, (_, part) =>
    Math.floor(chance(run, 900 + part) * 2 ** 32)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
}

export function startOf(run: number): number {
  return NOW - (run * HOUR_BETWEEN + chance(run, 3) * 5 + 0.4) * HOUR;
}

export function rowOf(data: TableData, run: number): RunRow {
  const id = idOf(run);
  const start = startOf(run);
  const status = data.status(run);
  const primary = data.primary === null ? null : (data.metrics[data.primary]?.(run) ?? null);
  const telling: KeyValue[] = data.telling.map((key) => ({ key, value: String(data.params[key]?.(run) ?? "") }));
  return plainRow({
    ref: refOf(id),
    id,
    label: data.label(run),
    name: data.label(run),
    status,
    start,
    end: status === "live" || status === "unfinished" ? null : start + 60_000 + chance(run, 4) * 2 * HOUR,
    primary: typeof primary === "number" ? { key: data.primary ?? "", value: primary, best: false } : null,
    telling,
    problems: run % 41 === 40 ? 2 : 0,
    children: run % 37 === 36 ? 4 : 0,
  });
}

export function cellOf(data: TableData, run: number, column: Column): Cell {
  switch (column.kind) {
    case "metric":
      return metricCell(data, run, column);
    case "param":
      return data.params[column.key]?.(run) ?? null;
    case "tag":
      return data.tags[column.key]?.(run) ?? null;
    case "attribute":
      return attributeCell(rowOf(data, run), column.key);
  }
}

function metricCell(data: TableData, run: number, { key, value }: Extract<Column, { kind: "metric" }>): Cell {
  const last = data.metrics[key]?.(run) ?? null;
  if (typeof last !== "number") return null;
  const off = Math.abs(last) * 0.1;
  const best = goalOf(key) === "max" ? last + off : last - off;
  const values = { last, best, min: last - off, max: last + off, first: last + 3 * off, count: 10 + (run % 90) };
  return values[value];
}

function attributeCell(row: RunRow, key: Extract<Column, { kind: "attribute" }>["key"]): Cell {
  const { start, end } = row;
  const cells: Readonly<Record<typeof key, Cell>> = {
    label: row.label,
    id: row.id,
    status: row.status,
    start,
    end,
    duration: start === null || end === null ? null : end - start,
    user: "ada",
    experiment: "churn",
    parent: null,
    problems: row.problems,
  };
  return cells[key];
}
