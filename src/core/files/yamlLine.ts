/** What breaks a line, for some parsers at least. */
const BREAK = /[\r\u2028\u2029]/;
/** What a plain scalar may not start with, and what ends one. */
const NOT_PLAIN = /^[[\]{}&*!|>%@`,#"'?-]|: |:$| #/;
/** A plain scalar may start with `-` or `?` when no space follows. */
const PLAIN_DASH = /^[-?][^\s]/;

/** By character code: 1 for what a key is made of, 2 for what stands in a scalar without any meaning of its own. */
const KIND = new Uint8Array(128);
const KEY = 1;
const BARE = 2;
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789")
  KIND[char.charCodeAt(0)] = KEY | BARE;
for (const char of "./+-=();") KIND[char.charCodeAt(0)] = BARE;

const COLON = 58;
const SPACE = 32;
const ZERO = 48;
const NINE = 57;

/** Whether a line says nothing: it is empty, or the mark where a document begins. */
export function isBlank(text: string, from: number, end: number): boolean {
  return end === from || (end - from === 3 && text.startsWith("---", from));
}

/**
 * Adds the `key: value` of a line; lists and maps that are empty are left out. False, and nothing added, where a real
 * parser is needed or the key is known already.
 */
export function flatLine(text: string, from: number, end: number, fields: Map<string, string | null>): boolean {
  const colon = keyEnd(text, from, end);
  if (colon < 0) return false;
  const key = text.slice(from, colon);
  if (fields.has(key)) return false;
  const value = text.slice(Math.min(colon + 2, end), end);
  if (value === "[]" || value === "{}") return true;
  const scalar = isBare(value) ? value : flatScalar(value);
  if (scalar === undefined) return false;
  fields.set(key, scalar);
  return true;
}

/** Where the colon of a key stands that begins a line and is followed by a space or nothing; -1 for any other line. */
function keyEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && ((KIND[text.charCodeAt(at)] ?? 0) & KEY) !== 0) at++;
  const first = text.charCodeAt(from);
  const isKey = at > from && at < end && text.charCodeAt(at) === COLON && (first < ZERO || first > NINE);
  return isKey && (at + 1 === end || text.charCodeAt(at + 1) === SPACE) ? at : -1;
}

/** Whether a text of letters and digits is for certain a plain scalar: neither null nor anything with a meaning in YAML. */
function isBare(text: string): boolean {
  const first = text.charCodeAt(0);
  if (!(first >= ZERO && first <= NINE) && !(first > 64 && text.length > 4)) return false;
  for (let at = 0; at < text.length; at++) {
    if (((KIND[text.charCodeAt(at)] ?? 0) & BARE) === 0) return false;
  }
  return true;
}

/** One scalar of the flat subset; undefined where a real parser is needed. */
function flatScalar(text: string): string | null | undefined {
  if (text === "" || text === "null" || text === "~" || text === "Null" || text === "NULL") return null;
  if (BREAK.test(text)) return undefined;
  if (text.startsWith("'")) {
    const inner = text.slice(1, -1);
    if (text.length < 2 || !text.endsWith("'") || inner.replaceAll("''", "").includes("'")) return undefined;
    return inner.replaceAll("''", "'");
  }
  if (text.startsWith('"')) {
    const inner = text.slice(1, -1);
    return text.length < 2 || !text.endsWith('"') || /["\\]/.test(inner) ? undefined : inner;
  }
  const body = PLAIN_DASH.test(text) ? text.slice(1) : text;
  return NOT_PLAIN.test(body) || text.trim() !== text ? undefined : text;
}
