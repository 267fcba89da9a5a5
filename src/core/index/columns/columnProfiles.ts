import { byNature } from "../../model/naturalOrder.ts";
import type { ColumnProfile, ColumnType, RunAttribute } from "../../model/runsTable.ts";
import { STATUS_ORDER } from "../select.ts";
import { attributeData } from "./attributeData.ts";
import type { ColumnData } from "./columnData.ts";
import { type Counts, codeCounter } from "./frequency.ts";
import { type CellsByKey, cellsByKey } from "./keyCells.ts";
import { paramNumbers } from "./paramNumbers.ts";
import { numbersProfile, numericTextsProfile, type Profiled, textsProfile } from "./profile.ts";
import type { TableContext } from "./tableContext.ts";

/** Columns of one kind at most, the most used first: stores with hundreds of thousands of keys exist. */
export const KEYS_PROFILED = 5000;

const ATTRIBUTES: Readonly<Record<RunAttribute, ColumnType>> = {
  label: "text",
  id: "text",
  status: "status",
  start: "time",
  end: "time",
  duration: "duration",
  user: "text",
  experiment: "text",
  parent: "text",
  problems: "number",
};

type CountCodes = (codes: Int32Array) => Counts;

/** Every column that these rows have, in short: attributes, then metrics, params and tags in natural order. */
export function columnProfiles(context: TableContext, rows: Int32Array): ColumnProfile[] {
  const { table } = context;
  // Codes are those of the table's texts, or count what the column itself holds.
  const count = codeCounter(Math.max(table.strings.size, rows.length, STATUS_ORDER.length));
  const texts = (kind: "param" | "tag") => textProfiles(context, rows, kind, count);
  return [
    ...attributeProfiles(context, rows, count),
    ...metricProfiles(context, rows),
    ...texts("param"),
    ...texts("tag"),
  ];
}

function attributeProfiles(context: TableContext, rows: Int32Array, count: CountCodes): ColumnProfile[] {
  return (Object.keys(ATTRIBUTES) as RunAttribute[]).map((key) => {
    const profiled = dataProfile(attributeData(context, rows, key), count);
    return { column: { kind: "attribute", key }, type: ATTRIBUTES[key], goal: "unknown", ...profiled };
  });
}

function dataProfile(data: ColumnData, count: CountCodes): Profiled {
  if (data.kind === "texts") {
    const present = data.codes.filter((code) => code >= 0);
    return textsProfile(count(present), data.text, data.codes.length);
  }
  const present = data.values.filter((_, i) => data.missing[i] === 0);
  return numbersProfile(present, data.values.length);
}

function metricProfiles({ table, goalOf }: TableContext, rows: Int32Array): ColumnProfile[] {
  return keyed(table.strings, cellsByKey(table, rows, "metric"), (key, cells) => {
    const values = new Float64Array(cells.length);
    for (let i = 0; i < cells.length; i++) values[i] = table.cells.last.at(cells[i] ?? 0);
    const column = { kind: "metric", key, value: "last" } as const;
    return { column, type: "number", goal: goalOf(key), ...numbersProfile(values, rows.length) };
  });
}

function textProfiles(
  { table }: TableContext,
  rows: Int32Array,
  kind: "param" | "tag",
  count: CountCodes,
): ColumnProfile[] {
  const { cells: columns, strings } = table;
  const values = kind === "param" ? columns.paramValue : columns.tagValue;
  const text = (code: number): string => strings.text(code);
  return keyed(strings, cellsByKey(table, rows, kind), (key, cells) => {
    const texts = count(cells.map((cell) => values.at(cell)));
    const column = { kind, key } as const;
    const numbers = kind === "param" ? paramNumbers(texts.values, text) : null;
    return numbers === null
      ? { column, type: "text", goal: "unknown", ...textsProfile(texts, text, rows.length) }
      : { column, type: "number", goal: "unknown", ...numericTextsProfile(texts, numbers, rows.length) };
  });
}

/** One profile a key, by natural order of the keys. */
function keyed(
  strings: TableContext["table"]["strings"],
  { keys, starts, cells }: CellsByKey,
  profile: (key: string, cells: Int32Array) => ColumnProfile,
): ColumnProfile[] {
  const sizeOf = (k: number): number => (starts[k + 1] ?? 0) - (starts[k] ?? 0);
  const most = keys.map((_, k) => k).sort((a, b) => sizeOf(b) - sizeOf(a));
  return most
    .slice(0, KEYS_PROFILED)
    .map((k) => ({ key: strings.text(keys[k] ?? -1), cells: cells.subarray(starts[k], starts[k + 1]) }))
    .sort((a, b) => byNature(a.key, b.key))
    .map((found) => profile(found.key, found.cells));
}
