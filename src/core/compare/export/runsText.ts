import { toJsonNumber, toJsonText } from "../../model/jsonNumber.ts";
import { shortNumber } from "../../model/numberText.ts";
import { type Cell, type Column, columnId, type RunAttribute, type TableFormat } from "../../model/runsTable.ts";
import { durationText, english, momentText } from "../../model/timeText.ts";
import { csvRecord } from "./csv.ts";
import { markdownCode, markdownTable } from "./markdownText.ts";

/** Runs as rows of text, in as many pieces as they come in: a row a run, a column a column. */
export interface RunRows {
  readonly columns: readonly Column[];
  /** One cell a column. */
  readonly rows: Iterable<readonly Cell[]>;
}

/** As MLflow's data frame calls them; what it has not, by our own word. */
const TITLES: Readonly<Record<RunAttribute, string>> = {
  label: "label",
  id: "run_id",
  status: "status",
  start: "start_time",
  end: "end_time",
  duration: "duration",
  user: "user_id",
  experiment: "experiment",
  parent: "parent",
  problems: "problems",
};

/** Characters of a value in a table that people read. */
const LONGEST = 200;

export function runsText(format: TableFormat, runs: RunRows): Iterable<string> {
  if (format === "csv") return csvText(runs);
  return format === "json" ? jsonText(runs) : [markdownOf(runs)];
}

/** RFC 4180, with every digit; times and durations in milliseconds. */
function* csvText({ columns, rows }: RunRows): Generator<string> {
  yield csvRecord(columns.map(titleOf));
  for (const cells of rows) yield csvRecord(cells.map(exactText));
}

/** A list of objects, one a line, without the keys that a run has not. */
function* jsonText({ columns, rows }: RunRows): Generator<string> {
  const titles = columns.map(titleOf);
  let before = "[\n";
  for (const cells of rows) {
    const entries = cells.map((cell, i) => [titles[i] ?? "", typeof cell === "number" ? toJsonNumber(cell) : cell]);
    yield before + toJsonText(Object.fromEntries(entries.filter(([, cell]) => cell !== null)));
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

/** A table for people: numbers in short, times on this machine's clock. */
function markdownOf({ columns, rows }: RunRows): string {
  const isRight = columns.map((column) => column.kind === "metric" || isAmount(column));
  const right = new Set(columns.flatMap((_, i) => (isRight[i] ? [i] : [])));
  const body = Array.from(rows, (cells) => cells.map((cell, i) => shownCell(columns[i], cell)));
  return markdownTable(
    columns.map((column) => markdownCode(titleOf(column))),
    body,
    right,
  );
}

function titleOf(column: Column): string {
  return column.kind === "attribute" ? TITLES[column.key] : columnId(column);
}

function isAmount(column: Column): boolean {
  return column.kind === "attribute" && (column.key === "duration" || column.key === "problems");
}

function exactText(cell: Cell): string {
  return Object.is(cell, -0) ? "-0" : String(cell ?? "");
}

function shownCell(column: Column | undefined, cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") {
    return markdownCode(cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell) || '""';
  }
  if (column?.kind === "attribute" && column.key === "duration") return durationText(cell, english);
  if (column?.kind === "attribute" && column.key !== "problems") return momentText(cell);
  return shortNumber(cell);
}
