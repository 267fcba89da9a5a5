import { endOfText, type JsonFault, jsonFault } from "./jsonFault.ts";

/** A text that ought to be JSON: what it says, and what is wrong with it. */
export interface LooseJson {
  /** Undefined where nothing could be made out. */
  readonly value: unknown;
  /**
   * `number`: Python's NaN or an infinity, which JSON has no word for (their values are texts here); `escaped`: every quote
   * is written as `\"`; `broken`: neither of these. Null where it is JSON.
   */
  readonly kind: "number" | "escaped" | "broken" | null;
  readonly fault: JsonFault | null;
}

/** The start of a text, in which nothing is a number; and the numbers that only Python writes. */
const QUOTE_OR_NUMBER = /"|-?\b(?:NaN|Infinity)\b/g;

/** Reads JSON as Python and careless shells write it. Never throws. */
export function readLooseJson(text: string): LooseJson {
  const bare = text.replace(/^\uFEFF/, "");
  const value = parsed(bare);
  if (value !== undefined) return { value, kind: null, fault: null };
  const fault = jsonFault(bare);
  const withTexts = parsed(quotedNumbers(bare));
  if (withTexts !== undefined) return { value: withTexts, kind: "number", fault };
  const plain = bare.includes('\\"') ? parsed(quotedNumbers(bare.replaceAll('\\"', '"'))) : undefined;
  return plain === undefined ? { value: undefined, kind: "broken", fault } : { value: plain, kind: "escaped", fault };
}

/** The line, counted from 1, that a place of a text is in. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < at; i = text.indexOf("\n", i + 1)) line++;
  return line;
}

function quotedNumbers(text: string): string {
  const parts: string[] = [];
  let from = 0;
  QUOTE_OR_NUMBER.lastIndex = 0;
  for (let found = QUOTE_OR_NUMBER.exec(text); found !== null; found = QUOTE_OR_NUMBER.exec(text)) {
    const [token] = found;
    const end = token === '"' ? endOfText(text, found.index) : found.index + token.length;
    if (end < 0) break;
    parts.push(text.slice(from, token === '"' ? end : found.index), ...(token === '"' ? [] : [`"${token}"`]));
    from = end;
    QUOTE_OR_NUMBER.lastIndex = end;
  }
  return parts.join("") + text.slice(from);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
