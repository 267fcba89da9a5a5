import type { Goal } from "../../model/goal.ts";
import type { Column, MetricValue } from "../../model/runsTable.ts";
import { attributeData } from "./attributeData.ts";
import type { ColumnData, NumberData } from "./columnData.ts";
import { keyCells } from "./keyCells.ts";
import { paramNumbers } from "./paramNumbers.ts";
import type { TableContext } from "./tableContext.ts";

/** A column over these rows. */
export function readColumn(context: TableContext, rows: Int32Array, column: Column): ColumnData {
  if (column.kind === "attribute") return attributeData(context, rows, column.key);
  if (column.kind === "metric") return metricData(context, rows, column);
  const { cells, strings } = context.table;
  const values = column.kind === "param" ? cells.paramValue : cells.tagValue;
  const found = keyCells(context.table, rows, column.kind, column.key);
  const codes = found.map((cell) => (cell < 0 ? -1 : values.at(cell)));
  const text = (code: number): string => strings.text(code);
  const numbers = column.kind === "param" ? numbersByCode(codes, text) : null;
  return { kind: "texts", codes, text, order: "nature", numbers };
}

function numbersByCode(codes: Int32Array, text: (code: number) => string): ReadonlyMap<number, number> | null {
  const different = new Set(codes);
  different.delete(-1);
  const known = [...different];
  const numbers = paramNumbers(known, text);
  return numbers && new Map(known.map((code, i) => [code, numbers[i] ?? Number.NaN]));
}

type MetricColumn = Extract<Column, { kind: "metric" }>;

function metricData({ table, goalOf }: TableContext, rows: Int32Array, column: MetricColumn): NumberData {
  const cells = keyCells(table, rows, "metric", column.key);
  const from = table.cells[valuesOf(column.value, goalOf(column.key))];
  const values = new Float64Array(rows.length).fill(Number.NaN);
  const missing = new Uint8Array(rows.length).fill(1);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? -1;
    // Points that were not counted are -1.
    if (cell < 0 || (column.value === "count" && from.at(cell) < 0)) continue;
    values[i] = from.at(cell);
    missing[i] = 0;
  }
  return { kind: "numbers", values, missing };
}

/** Which column of the table holds this value of a metric. */
function valuesOf(value: MetricValue, goal: Goal): "last" | "first" | "min" | "max" | "count" {
  if (value !== "best") return value;
  return goal === "unknown" ? "last" : goal;
}
