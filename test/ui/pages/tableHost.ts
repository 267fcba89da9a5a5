/** Answers for the tab Table out of samples, as the engine would: sorted, filtered, grouped, by ranges. */
import { bestSoFar } from "../../../src/core/index/selection/trend.ts";
import { goalOf } from "../../../src/core/model/goal.ts";
import { byNature } from "../../../src/core/model/naturalOrder.ts";
import type { RunRef } from "../../../src/core/model/run.ts";
import {
  type Cell,
  type CellStats,
  type Column,
  type ColumnProfile,
  type ColumnType,
  columnId,
  type GroupLine,
  type RunLine,
  type TableGrouping,
  type TableLine,
  type TablePage,
  type TableQuery,
  type TableRequest,
} from "../../../src/core/model/runsTable.ts";
import type { Trend, TrendRequest } from "../../../src/core/model/trend.ts";
import type { RunKeys } from "../../../src/core/model/views.ts";
import { cellOf, rowOf, startOf, type TableData } from "./samples/tableData.ts";

interface Group {
  readonly key: string;
  readonly value: Cell;
  readonly runs: readonly number[];
}

export class SampleTable {
  readonly #data: TableData;
  readonly #ordered = new Map<string, readonly number[]>();
  readonly #columns = new Map<string, readonly Cell[]>();

  constructor(data: TableData) {
    this.#data = data;
  }

  page(request: TableRequest): TablePage {
    const runs = this.#runsOf(request);
    const all = this.#data.runs;
    const { offset, limit } = request;
    if (request.grouping === null) {
      const lines = runs.slice(offset, offset + limit).map((run) => this.#runLine(run, request.columns));
      return { total: runs.length, runs: runs.length, all, offset, lines };
    }
    const lines = this.#groupLines(request, runs);
    const made = lines.slice(offset, offset + limit).map((line) => this.#made(line, request));
    return { total: lines.length, runs: runs.length, all, offset, lines: made };
  }

  runsAt(request: TableRequest): RunRef[] {
    const runs = this.#runsOf(request);
    const { offset, limit } = request;
    const refs = (all: readonly number[]) => all.map((run) => rowOf(this.#data, run).ref);
    if (request.grouping === null) return refs(runs.slice(offset, offset + limit));
    const lines = this.#groupLines(request, runs).slice(offset, offset + limit);
    return lines.flatMap((line) => {
      if (typeof line === "number") return refs([line]);
      return request.open.includes(line.key) ? [] : refs(line.runs);
    });
  }

  profiles(query: TableQuery): ColumnProfile[] {
    const runs = this.#runsOf(query);
    return this.#allColumns().flatMap((column) => this.#profile(column, runs) ?? []);
  }

  trend({ query, metric, value, group }: TrendRequest): Trend {
    const matching = [...this.#runsOf({ ...query, order: [] })].reverse();
    const cellsOf = (column: Column) => matching.map((run) => cellOf(this.#data, run, column));
    const values = cellsOf({ kind: "metric", key: metric, value });
    const kept = [...matching.keys()].filter((i) => typeof values[i] === "number");
    const numbers = Float64Array.from(kept, (i) => Number(values[i]));
    const texts = group === null ? kept.map(() => "") : kept.map((i) => String(cellsOf(group)[i] ?? ""));
    const groups = [...new Set(texts)].sort(byNature);
    const rows = kept.map((i) => rowOf(this.#data, matching[i] ?? 0));
    return {
      metric,
      goal: goalOf(metric),
      refs: rows.map(({ ref }) => ref),
      labels: rows.map(({ label }) => label),
      starts: Float64Array.from(rows, ({ start }) => start ?? 0),
      values: numbers,
      best: bestSoFar(numbers, goalOf(metric)),
      group: Uint32Array.from(texts, (text) => groups.indexOf(text)),
      groups,
      runs: matching.length,
    };
  }

  keys(): RunKeys {
    const { metrics, params, tags, runs } = this.#data;
    const keys = (made: TableData["params"]) =>
      Object.keys(made).map((key) => ({
        key,
        runs,
        values: [...new Set(Array.from({ length: Math.min(50, runs) }, (_, run) => String(made[key]?.(run) ?? "")))]
          .slice(0, 20)
          .map((value) => ({ value, runs: Math.ceil(runs / 20) })),
      }));
    return {
      metrics: keys(metrics).map((one) => ({ ...one, values: [] })),
      params: keys(params),
      tags: keys(tags),
      attributes: [],
      datasets: [],
    };
  }

  #allColumns(): Column[] {
    const { metrics, params, tags } = this.#data;
    const attributes = ["label", "id", "status", "start", "end", "duration", "user", "experiment", "problems"] as const;
    return [
      ...attributes.map((key): Column => ({ kind: "attribute", key })),
      ...Object.keys(metrics)
        .sort(byNature)
        .map((key): Column => ({ kind: "metric", key, value: "last" })),
      ...Object.keys(params)
        .sort(byNature)
        .map((key): Column => ({ kind: "param", key })),
      ...Object.keys(tags)
        .sort(byNature)
        .map((key): Column => ({ kind: "tag", key })),
    ];
  }

  #column(column: Column): readonly Cell[] {
    const id = columnId(column);
    const known =
      this.#columns.get(id) ?? Array.from({ length: this.#data.runs }, (_, run) => cellOf(this.#data, run, column));
    this.#columns.set(id, known);
    return known;
  }

  #runsOf({ filter, onlyProblems = false, order }: TableQuery): readonly number[] {
    const key = JSON.stringify([filter, onlyProblems, order]);
    const known = this.#ordered.get(key);
    if (known !== undefined) return known;
    const matches = this.#matcher(filter);
    const runs = Array.from({ length: this.#data.runs }, (_, run) => run)
      .filter(matches)
      .filter((run) => !onlyProblems || rowOf(this.#data, run).problems > 0);
    const keys = order.map(({ column, descending }) => ({ cells: this.#column(column), descending }));
    runs.sort((a, b) => {
      for (const { cells, descending } of keys) {
        const by = inOrder(cells[a] ?? null, cells[b] ?? null, descending);
        if (by !== 0) return by;
      }
      return startOf(b) - startOf(a);
    });
    this.#ordered.set(key, runs);
    return runs;
  }

  /** Words, or one comparison: what the page needs to be seen filtering, not the language. */
  #matcher(filter: string): (run: number) => boolean {
    const comparison = /^\s*(params|metrics|attributes)\.`?([\w./-]+)`?\s*(=|<|>)\s*['"]?([^'"]*?)['"]?\s*$/.exec(
      filter,
    );
    if (comparison !== null) {
      const [, kind = "", key = "", sign, value = ""] = comparison;
      const column = (
        kind === "metrics" ? { kind: "metric", key, value: "last" } : { kind: kind.slice(0, -1), key }
      ) as Column;
      const cells = this.#column(column);
      return (run) => {
        const cell = cells[run] ?? null;
        if (cell === null) return false;
        if (sign === "=") return String(cell).toLowerCase() === value.toLowerCase();
        return sign === "<" ? Number(cell) < Number(value) : Number(cell) > Number(value);
      };
    }
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return () => true;
    return (run) => {
      const { label, id } = rowOf(this.#data, run);
      const texts = [label, id, ...Object.values(this.#data.params).map((make) => String(make(run)))];
      const all = texts.join("\n").toLowerCase();
      return words.every((word) => all.includes(word));
    };
  }

  #groupLines({ grouping, open }: TableRequest, runs: readonly number[]): (Group | number)[] {
    if (grouping === null) return [];
    return this.#groups(grouping, runs).flatMap((group) =>
      open.includes(group.key) ? [group, ...group.runs] : [group],
    );
  }

  #groups({ by }: TableGrouping, runs: readonly number[]): Group[] {
    const groups = new Map<string, { value: Cell; runs: number[] }>();
    const cells = by === "day" ? null : this.#column(by);
    for (const run of runs) {
      const value = cells === null ? new Date(startOf(run)).toISOString().slice(0, 10) : (cells[run] ?? null);
      const key = value === null ? "" : `= ${value}`;
      const group = groups.get(key) ?? { value, runs: [] };
      group.runs.push(run);
      groups.set(key, group);
    }
    const sorted = [...groups].sort(([, a], [, b]) => inOrder(a.value, b.value, by === "day"));
    return sorted.map(([key, group]) => ({ key, ...group }));
  }

  #made(line: Group | number, { columns, open }: TableRequest): TableLine {
    if (typeof line === "number") return this.#runLine(line, columns);
    const group: GroupLine = {
      kind: "group",
      key: line.key,
      value: line.value,
      runs: line.runs.length,
      open: open.includes(line.key),
      cells: columns.map((column) => this.#summary(column, line.runs)),
    };
    return group;
  }

  #runLine(run: number, columns: readonly Column[]): RunLine {
    return {
      kind: "run",
      row: rowOf(this.#data, run),
      cells: columns.map((column) => cellOf(this.#data, run, column)),
    };
  }

  #summary(column: Column, runs: readonly number[]): CellStats | string | null {
    const cells = this.#column(column);
    const values = runs.map((run) => cells[run] ?? null);
    const isNumeric = column.kind === "metric" || (column.kind === "param" && values.every(isNumeric_));
    if (isNumeric || values.some((value) => typeof value === "number")) return statsOf(values);
    const [first] = values;
    return typeof first === "string" && values.every((value) => value === first) ? first : null;
  }

  #profile(column: Column, runs: readonly number[]): ColumnProfile | null {
    const cells = this.#column(column);
    const present = runs.map((run) => cells[run] ?? null).filter((cell) => cell !== null);
    if (present.length === 0 && column.kind !== "attribute") return null;
    const type = typeOf(column, present);
    const counts = new Map<Cell, number>();
    for (const cell of present) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    const numbers = type === "text" || type === "status" ? [] : present.map(Number).filter(Number.isFinite);
    const range =
      numbers.length === 0
        ? null
        : ([numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))] as const);
    return {
      column,
      type,
      goal: column.kind === "metric" ? goalOf(column.key) : "unknown",
      present: present.length,
      missing: runs.length - present.length,
      distinct: Math.min(1000, counts.size),
      constant: present.length === runs.length && counts.size === 1,
      range,
      histogram: range === null ? [] : histogram(numbers, range),
      top:
        range === null
          ? [...counts]
              .sort(([, a], [, b]) => b - a)
              .slice(0, 5)
              .map(([value, count]) => ({ value: String(value), count }))
          : [],
    };
  }
}

const isNumeric_ = (value: Cell): boolean => value === null || (value !== "" && Number.isFinite(Number(value)));

function typeOf(column: Column, present: readonly Cell[]): ColumnType {
  if (column.kind === "metric") return "number";
  if (column.kind === "param") return present.every(isNumeric_) ? "number" : "text";
  if (column.kind === "tag") return "text";
  const types: Partial<Record<typeof column.key, ColumnType>> = {
    status: "status",
    start: "time",
    end: "time",
    duration: "duration",
    problems: "number",
  };
  return types[column.key] ?? "text";
}

function histogram(numbers: readonly number[], [min, max]: readonly [number, number]): number[] {
  const parts = new Array<number>(16).fill(0);
  for (const number of numbers) {
    const at = max > min ? Math.min(15, Math.floor(((number / 2 - min / 2) / (max / 2 - min / 2)) * 16)) : 0;
    parts[at] = (parts[at] ?? 0) + 1;
  }
  return parts;
}

function statsOf(values: readonly Cell[]): CellStats {
  const numbers = values
    .filter((value) => value !== null)
    .map(Number)
    .filter((value) => !Number.isNaN(value));
  const count = numbers.length;
  if (count === 0) return { count, mean: null, std: null, min: null, max: null };
  const mean = numbers.reduce((sum, value) => sum + value, 0) / count;
  const std = count < 2 ? null : Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1));
  const min = numbers.reduce((a, b) => Math.min(a, b));
  const max = numbers.reduce((a, b) => Math.max(a, b));
  return { count, mean, std, min, max };
}

function inOrder(a: Cell, b: Cell, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [x, y] = [Number(a), Number(b)];
  const areTexts = typeof a === "string" && (Number.isNaN(x) || Number.isNaN(y));
  if (!areTexts && (Number.isNaN(x) || Number.isNaN(y))) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  const order = areTexts ? byNature(String(a), String(b)) : x - y;
  return descending ? -order : order;
}
