/** Store data inside Markdown: every character that Markdown or HTML could read is escaped, lines are joined. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n\t\u2028\u2029]+/g, " ")
    .replace(/[\\`*_{}[\]()#+\-.!|<>&~$:@]/g, (found) =>
      found === "<" ? "&lt;" : found === "&" ? "&amp;" : `\\${found}`,
    );
}

/** Text cut for a tooltip or a row, with an ellipsis where something was left out. */
export function shorten(text: string, length: number): string {
  const line = printable(text);
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** One line without control and direction characters, which could make a name look like another. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ");
}
