import { pythonFloat } from "../../../../../src/core/files/numbers.ts";
import { goalOf } from "../../../../../src/core/model/goal.ts";
import { byNature } from "../../../../../src/core/model/naturalOrder.ts";
import type { RunRecord } from "../../../../../src/core/model/run.ts";
import {
  type Cell,
  type Column,
  type ColumnOrder,
  columnId,
  type RunAttribute,
} from "../../../../../src/core/model/runsTable.ts";
import { byText, textOf } from "../../../../../src/core/model/text.ts";

/** Answers run by run, as slowly and plainly as can be; labels are given. */
export class Reference {
  readonly #records: readonly RunRecord[];
  readonly #labels: ReadonlyMap<string, string>;

  constructor(records: readonly RunRecord[], labels: ReadonlyMap<string, string>) {
    this.#records = records;
    this.#labels = labels;
  }

  cell(run: RunRecord, column: Column): Cell {
    if (column.kind === "attribute") return this.#attribute(run, column.key);
    if (column.kind === "metric") return metricCell(run, column);
    return textOf(column.kind === "param" ? run.params : run.tags, column.key);
  }

  #attribute({ info, tags, problems }: RunRecord, key: RunAttribute): Cell {
    const parent = textOf(tags, "mlflow.parentRunId");
    const isSpan = info.start !== null && info.end !== null && info.end >= info.start;
    const attributes = {
      label: this.#labels.get(info.id) ?? "",
      id: info.id,
      status: info.status === "RUNNING" ? "unfinished" : info.status.toLowerCase(),
      start: info.start,
      end: info.end,
      duration: isSpan ? (info.end ?? 0) - (info.start ?? 0) : null,
      user: info.user === "" ? null : info.user,
      experiment: `exp ${info.experiment}`,
      parent: parent === null ? null : (this.#parentLabel(parent) ?? parent),
      problems: problems.length,
    };
    return attributes[key];
  }

  #parentLabel(id: string): string | undefined {
    return this.#labels.get(this.#records.find(({ info }) => info.id === id)?.info.id ?? "");
  }

  /** Numbers where all texts of a param are some; the texts otherwise. */
  values(records: readonly RunRecord[], column: Column): Cell[] {
    const cells = records.map((record) => this.cell(record, column));
    if (column.kind !== "param") return cells;
    const numbers = cells.map((cell) =>
      cell === "None" ? Number.NaN : cell === null ? null : pythonFloat(String(cell)),
    );
    const isNumeric =
      numbers.every((number) => number !== undefined) && numbers.some((number) => Number.isFinite(number));
    return isNumeric ? numbers.map((number) => number ?? null) : cells;
  }

  ordered(records: readonly RunRecord[], order: readonly ColumnOrder[]): RunRecord[] {
    const keys = order.map(({ column, descending }) => ({
      values: this.values(records, column),
      isStatus: columnId(column) === "attributes.status",
      descending,
    }));
    const places = records.map((_, i) => i);
    places.sort((a, b) => {
      for (const { values, isStatus, descending } of keys) {
        const found = compareCells(values[a] ?? null, values[b] ?? null, descending, isStatus);
        if (found !== 0) return found;
      }
      const [left, right] = [records[a]?.info, records[b]?.info];
      const newest = compareCells(left?.start ?? null, right?.start ?? null, true, false);
      return newest || byText(left?.id ?? "", right?.id ?? "");
    });
    return places.flatMap((place) => records[place] ?? []);
  }
}

function metricCell({ metrics }: RunRecord, { key, value }: Extract<Column, { kind: "metric" }>): Cell {
  const metric = metrics.find((one) => one.key === key);
  if (metric === undefined) return null;
  const goal = goalOf(key);
  const best = goal === "unknown" ? metric.last.value : metric[goal];
  const values = { ...metric, last: metric.last.value, best, count: metric.count < 0 ? null : metric.count };
  return values[value];
}

const STATUSES = ["live", "unfinished", "scheduled", "failed", "killed", "unreadable", "finished"];

function compareCells(a: Cell, b: Cell, descending: boolean, isStatus: boolean): number {
  const rank = (cell: Cell): number => (cell === null ? 2 : Number.isNaN(cell) ? 1 : 0);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (rank(a) > 0 || a === b) return 0;
  const up = upwards(a, b, isStatus);
  return descending ? -up : up;
}

function upwards(a: Cell, b: Cell, isStatus: boolean): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : 1;
  return isStatus ? STATUSES.indexOf(String(a)) - STATUSES.indexOf(String(b)) : byNature(String(a), String(b));
}
