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

/** Whether a key may stand bare in a filter. */
export function isBareKey(key: string): boolean {
  return (
    /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(key) && !/(?:^|\.)(?:case|in|values|using|from|as)(?:\.|$)/i.test(key)
  );
}

/** A key as it is written behind an entity, in backticks where it needs them. */
export function writtenKey(key: string): string {
  if (isBareKey(key)) return key;
  // No key of MLflow holds a quote of any kind; one of a damaged store may.
  return key.includes("`") ? `"${key}"` : `\`${key}\``;
}

/** A text as it is written as a value: there are no escapes, so it takes the quotes that it does not hold. */
export function writtenText(text: string): string {
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text}'`;
}
