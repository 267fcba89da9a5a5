import { PREVIEW_LIMITS, type TablePreview } from "./preview.ts";

/** A CSV or TSV text as a table, its first record being the header; null where it holds nothing. */
export function delimitedTable(text: string, delimiter: string, cut: boolean): TablePreview | null {
  const kept: string[][] = [];
  let records = 0;
  for (const record of delimitedRecords(text, delimiter)) {
    if (records++ <= PREVIEW_LIMITS.rows) kept.push(record.slice(0, PREVIEW_LIMITS.columns).map(shorten));
  }
  const [columns, ...rows] = kept;
  if (columns === undefined) return null;
  // Of a cut text the last record is half a record.
  if (cut && records <= PREVIEW_LIMITS.rows + 1) rows.pop();
  return { kind: "table", columns, rows, total: cut ? null : records - 1 };
}

/** What `mlflow.log_table` writes, `{"columns": […], "data": [[…]]}`; null for any other JSON. */
export function loggedTable(value: unknown): TablePreview | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("columns" in value) || !("data" in value)) return null;
  const { columns, data } = value;
  if (!Array.isArray(columns) || !Array.isArray(data) || !data.every(Array.isArray)) return null;
  const cells = (row: readonly unknown[]): string[] => row.slice(0, PREVIEW_LIMITS.columns).map(cellText);
  const rows = data.slice(0, PREVIEW_LIMITS.rows).map(cells);
  return { kind: "table", columns: cells(columns), rows, total: data.length };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return shorten(typeof value === "string" ? value : JSON.stringify(value));
}

function shorten(text: string): string {
  return text.length > PREVIEW_LIMITS.cell ? `${text.slice(0, PREVIEW_LIMITS.cell)}…` : text;
}

/** Records of RFC 4180: quoted fields may hold delimiters, line ends and doubled quotes. Blank lines are left out. */
export function* delimitedRecords(whole: string, delimiter: string): Generator<string[]> {
  const text = whole.replace(/^\uFEFF/, "");
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    let ended = false;
    while (!ended) {
      const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
      record.push(field.value);
      at = field.end;
      ended = text[at] !== delimiter;
      if (!ended) at++;
    }
    at = afterLineEnd(text, at);
    if (record.length > 1 || record[0] !== "") yield record;
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function plainField(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(start, end), end };
}

/** A quoted field; what follows its closing quote up to the next delimiter or line end is added as it stands. */
function quotedField(text: string, start: number, delimiter: string): Field {
  let value = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    at = quote + 2;
    if (text[quote + 1] === '"') value += '"';
    else break;
  }
  const rest = plainField(text, at - 1, delimiter);
  return { value: value + rest.value, end: rest.end };
}

/** The line, counted from 1, of a quoted field that does not end; null where all do. */
export function unclosedQuote(text: string, delimiter: string): number | null {
  let line = 1;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; at++) {
    if (text[at] !== '"') at = plainField(text, at, delimiter).end;
    else {
      const end = closingQuote(text, at);
      if (end < 0) return line;
      for (let i = text.indexOf("\n", at); i >= 0 && i < end; i = text.indexOf("\n", i + 1)) line++;
      at = plainField(text, end, delimiter).end;
    }
    if (text[at] === "\n") line++;
  }
  return null;
}

/** Behind the quote that closes the field; -1 where none does. */
function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return -1;
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
}
