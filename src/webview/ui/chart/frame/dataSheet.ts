/** A cell of a chart's data; null for none, NaN for what was logged as such. */
export type DataCell = number | string | null;

/** What a chart shows, as a table: for reading, for screen readers, and for saving as CSV. */
export interface DataSheet {
  readonly columns: readonly string[];
  readonly rows: number;
  cell(row: number, column: number): DataCell;
}

/** The sheet as CSV (RFC 4180) with a line of headings; numbers with every digit. */
export function sheetCsv({ columns, rows, cell }: DataSheet): string {
  const lines = [columns.map(field).join(",")];
  for (let row = 0; row < rows; row++) {
    lines.push(columns.map((_, column) => field(cell(row, column))).join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

function field(cell: DataCell): string {
  const text = cell === null ? "" : Object.is(cell, -0) ? "-0" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
