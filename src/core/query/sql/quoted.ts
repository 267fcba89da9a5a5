/** How a quoted text may hold its own quote: doubled, and behind a backslash where that counts. */
const BACKSLASH_QUOTES = ["'", '"'];

const QUOTES = ["'", '"', "`", "´"];

/**
 * Where the quoted text that begins at `from` ends (behind its quote); -1 where none begins or it is never closed. A
 * doubled quote belongs to the text, and so does one behind a backslash, unless no other quote is left to close it.
 */
export function quotedEnd(text: string, from: number): number {
  const quote = text[from] ?? "";
  if (!QUOTES.includes(quote)) return -1;
  const escapes = BACKSLASH_QUOTES.includes(quote);
  let lastInside = -1;
  let at = from + 1;
  while (at < text.length) {
    const next = text.indexOf(quote, at);
    if (next < 0) break;
    if (escapes && isEscaped(text, at, next)) {
      lastInside = next;
      at = next + 1;
    } else if (text[next + 1] === quote) {
      lastInside = next;
      at = next + 2;
    } else return next + 1;
  }
  return lastInside < 0 ? -1 : lastInside + 1;
}

/** Whether the character before the quote is a backslash that is part of this quoted text. */
function isEscaped(text: string, from: number, quote: number): boolean {
  return quote > from && text[quote - 1] === "\\";
}
