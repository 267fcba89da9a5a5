import { readLooseJson } from "../files/looseJson.ts";
import { isFields } from "../model/fields.ts";
import { delimitedRecords } from "./table.ts";

/** A table out of a file; null cells have nothing. Rows are as long as there are columns. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** Whether the file has more rows or columns. */
  readonly isCut: boolean;
}

const MOST_ROWS = 50_000;
const MOST_COLUMNS = 200;

/**
 * Reads a table by its file's name: CSV and TSV with a header, a JSON list of records, and JSON of `columns` and `data` as
 * `mlflow.log_table` and pandas write it. Null for everything else.
 */
export function readTable(name: string, text: string): DataTable | null {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (extension === "csv") return fromDelimited(text, ",");
  if (extension === "tsv") return fromDelimited(text, "\t");
  return extension === "json" ? fromJson(text) : null;
}

function fromDelimited(text: string, delimiter: string): DataTable | null {
  let columns: readonly string[] | null = null;
  const rows: (string | null)[][] = [];
  let isCut = false;
  for (const record of delimitedRecords(text, delimiter)) {
    if (columns === null) {
      columns = record.slice(0, MOST_COLUMNS);
      isCut = record.length > MOST_COLUMNS;
    } else if (rows.length < MOST_ROWS) rows.push(columns.map((_, i) => record[i] ?? null));
    else return { columns, rows, isCut: true };
  }
  return columns && { columns, rows, isCut };
}

function fromJson(text: string): DataTable | null {
  const read = readLooseJson(text).value;
  if (Array.isArray(read)) return fromRecords(read);
  if (!isFields(read) || !Array.isArray(read.columns) || !Array.isArray(read.data)) return null;
  if (!read.data.every(Array.isArray)) return null;
  const columns = read.columns.slice(0, MOST_COLUMNS).map((name) => cellText(name) ?? "");
  const rows = read.data.slice(0, MOST_ROWS).map((row: unknown[]) => columns.map((_, i) => cellText(row[i])));
  return { columns, rows, isCut: read.columns.length > MOST_COLUMNS || read.data.length > MOST_ROWS };
}

/** A list of objects; its columns are their keys, in the order in which they come up. */
function fromRecords(list: readonly unknown[]): DataTable | null {
  if (list.length === 0 || !list.every(isFields)) return null;
  const records = list.slice(0, MOST_ROWS);
  const keys = new Set<string>();
  for (const record of records) for (const key of Object.keys(record)) keys.add(key);
  const columns = [...keys].slice(0, MOST_COLUMNS);
  const rows = records.map((record) =>
    columns.map((key) => (Object.hasOwn(record, key) ? cellText(record[key]) : null)),
  );
  return { columns, rows, isCut: keys.size > MOST_COLUMNS || list.length > MOST_ROWS };
}

function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
