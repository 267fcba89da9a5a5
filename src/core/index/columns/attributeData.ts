import { milliseconds } from "../../model/live.ts";
import type { RunAttribute } from "../../model/runsTable.ts";
import { statusOfRow } from "../runRow.ts";
import { STATUS_ORDER } from "../select.ts";
import type { ColumnData, NumberData, TextData } from "./columnData.ts";
import { labelOfRow, parentLabels } from "./labels.ts";
import type { TableContext } from "./tableContext.ts";

/** An attribute over some rows. */
export function attributeData(context: TableContext, rows: Int32Array, key: RunAttribute): ColumnData {
  return READ[key](context, rows);
}

type Read = (context: TableContext, rows: Int32Array) => ColumnData;

const READ: Readonly<Record<RunAttribute, Read>> = {
  label: (context, rows) => interned(rows, (row) => labelOfRow(context, row)),
  id: ({ table }, rows) => coded(rows, table.rows.id, (code) => table.strings.text(code)),
  status: statuses,
  start: ({ table }, rows) => numbers(rows, (row) => milliseconds(table.rows.start.at(row))),
  end: ({ table }, rows) => numbers(rows, (row) => milliseconds(table.rows.end.at(row))),
  duration: ({ table }, rows) => numbers(rows, (row) => duration(table.rows.start.at(row), table.rows.end.at(row))),
  user: ({ table }, rows) => {
    const none = table.strings.find("");
    const user = { at: (row: number) => (table.rows.user.at(row) === none ? -1 : table.rows.user.at(row)) };
    return coded(rows, user, (code) => table.strings.text(code));
  },
  experiment: ({ table, experimentName }, rows) =>
    coded(rows, table.rows.experiment, (code) => experimentName(table.strings.text(code))),
  parent: (context, rows) => coded(rows, context.table.rows.parent, parentLabels(context, rows)),
  problems: ({ table }, rows) => numbers(rows, (row) => table.rows.problems.at(row)),
};

/** Codes are places among the statuses, which are in the order that they are sorted by. */
function statuses(context: TableContext, rows: Int32Array): TextData {
  const codes = rows.map((row) => STATUS_ORDER.indexOf(statusOfRow(context, row)));
  return { kind: "texts", codes, text: (code) => STATUS_ORDER[code] ?? "", order: "codes", numbers: null };
}

/** None where an end is missing or lies before the start. */
function duration(start: number, end: number): number {
  return end >= start ? milliseconds(end) - milliseconds(start) : Number.NaN;
}

/** NaN means that there is none: an attribute is never NaN. */
function numbers(rows: Int32Array, read: (row: number) => number): NumberData {
  const values = Float64Array.from(rows, read);
  return { kind: "numbers", values, missing: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0)) };
}

function coded(rows: Int32Array, column: { at(row: number): number }, text: (code: number) => string): TextData {
  return { kind: "texts", codes: rows.map((row) => column.at(row)), text, order: "nature", numbers: null };
}

/** Texts that are not in the table, with codes of their own. */
function interned(rows: Int32Array, read: (row: number) => string): TextData {
  const known = new Map<string, number>();
  const texts: string[] = [];
  const codes = rows.map((row) => {
    const text = read(row);
    const code = known.get(text);
    if (code !== undefined) return code;
    known.set(text, texts.length);
    texts.push(text);
    return texts.length - 1;
  });
  return { kind: "texts", codes, text: (code) => texts[code] ?? "", order: "nature", numbers: null };
}
