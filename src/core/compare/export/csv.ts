/** One record of RFC 4180: fields with a comma, a quote or a line break are quoted, quotes doubled, CRLF at the end. */
export function csvRecord(fields: readonly string[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
