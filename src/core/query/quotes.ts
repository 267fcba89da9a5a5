const isQuoted = (text: string, quote: string): boolean =>
  text.length >= 2 && text.startsWith(quote) && text.endsWith(quote);

/** What stands in quotes; null where the text is not quoted. */
export function inQuotes(text: string): string | null {
  return isQuoted(text, "'") || isQuoted(text, '"') ? text.slice(1, -1) : null;
}

export function withoutBackticks(text: string): string {
  return isQuoted(text, "`") ? text.slice(1, -1) : text;
}

/** A key without its quotes, then without its backticks: as MLflow does it. */
export function bareKey(text: string): string {
  return withoutBackticks(inQuotes(text) ?? text);
}

/** Words that stay reserved behind a dot. */
const RESERVED = /^(?:case|in|values|using|from|as)$/i;

/** A key as it is written behind an entity: bare where that is plain to see, else in backticks; null where it cannot be. */
export function writtenKey(key: string): string | null {
  if (/^[A-Za-z_]\w*$/.test(key) && !RESERVED.test(key)) return key;
  if (!key.includes("`")) return `\`${key}\``;
  // No key of MLflow's holds a quote of any kind; one of a damaged store may.
  return key.includes('"') ? null : `"${key}"`;
}

/** A text as it is written as a value, in the quotes that it does not hold: there are no escapes. Null where it has both. */
export function writtenText(text: string): string | null {
  if (!text.includes("'")) return `'${text}'`;
  return text.includes('"') ? null : `"${text}"`;
}

/** A number as it is written; null for NaN and infinities, and an exponent has no plus. */
export function writtenNumber(value: number): string | null {
  return Number.isFinite(value) ? String(value).replace("+", "") : null;
}
