/** Where a text stops being JSON, and why. */
export interface JsonFault {
  /** In UTF-16 units from the start. */
  readonly at: number;
  /** A sentence's end: `ends in the middle`. */
  readonly reason: string;
}

const SPACE = /[ \t\r\n]*/y;
const MARK = /[{}[\],:]/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these may stand in no JSON text
const NOT_IN_TEXT = /[\u0000-\u001f]|\\(?:[^"\\/bfnrtu]|u(?![0-9a-fA-F]{4}))/;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.])/y;

type Wanted = "value" | "first-value" | "key" | "first-key" | "colon" | "next" | "nothing";
type Token = "{" | "}" | "[" | "]" | "," | ":" | "text" | "scalar";

/** The first place where a text is not JSON (RFC 8259); null where it is. */
export function jsonFault(text: string): JsonFault | null {
  const open: ("{" | "[")[] = [];
  let wanted: Wanted = "value";
  for (let at = after(SPACE, text, 0); at < text.length; ) {
    const [token, end] = tokenAt(text, at);
    const next: Wanted | null = token === null ? null : step(wanted, token, open);
    if (next === null) return { at, reason: reasonAt(text, at, wanted) };
    wanted = next;
    at = after(SPACE, text, end);
  }
  return wanted === "nothing" ? null : { at: text.length, reason: "ends in the middle" };
}

/** Where a text ends that begins with the quote at a place; -1 where it does not end. */
export function endOfText(text: string, from: number): number {
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return -1;
    let slashes = 0;
    while (text[quote - 1 - slashes] === "\\" && quote - 1 - slashes > from) slashes++;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

function afterText(text: string, at: number): number {
  const end = text[at] === '"' ? endOfText(text, at) : -1;
  if (end < 0) return -1;
  // Escapes are looked at from left to right: behind a backslash that is one itself, nothing is escaped.
  return NOT_IN_TEXT.test(text.slice(at, end).replaceAll("\\\\", "")) ? -1 : end;
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function tokenAt(text: string, at: number): [token: Token | null, end: number] {
  const afterMark = after(MARK, text, at);
  if (afterMark > 0) return [text[at] as Token, afterMark];
  const end = afterText(text, at);
  if (end > 0) return ["text", end];
  const afterScalar = after(SCALAR, text, at);
  return afterScalar > 0 ? ["scalar", afterScalar] : [null, at];
}

/** What may stand behind a token; null where the token may not stand here. */
function step(wanted: Wanted, token: Token, open: ("{" | "[")[]): Wanted | null {
  if (token === "}" && wanted === "first-key") return close(token, open);
  if (token === "]" && wanted === "first-value") return close(token, open);
  switch (wanted) {
    case "value":
    case "first-value":
      return valueStep(token, open);
    case "key":
    case "first-key":
      return token === "text" ? "colon" : null;
    case "colon":
      return token === ":" ? "value" : null;
    case "next":
      return nextStep(token, open);
    case "nothing":
      return null;
  }
}

function nextStep(token: Token, open: ("{" | "[")[]): Wanted | null {
  if (token === ",") return open.at(-1) === "{" ? "key" : "value";
  return token === "}" || token === "]" ? close(token, open) : null;
}

function valueStep(token: Token, open: ("{" | "[")[]): Wanted | null {
  if (token === "text" || token === "scalar") return open.length === 0 ? "nothing" : "next";
  if (token !== "{" && token !== "[") return null;
  open.push(token);
  return token === "{" ? "first-key" : "first-value";
}

function close(token: Token, open: ("{" | "[")[]): Wanted | null {
  if (open.pop() !== (token === "}" ? "{" : "[")) return null;
  return open.length === 0 ? "nothing" : "next";
}

function reasonAt(text: string, at: number, wanted: Wanted): string {
  if (wanted === "nothing") return "goes on behind its end";
  if (text.startsWith('\\"', at)) return 'has a quote written as \\" where a plain one belongs';
  const word = /^-?\w+|^./su.exec(text.slice(at, at + 20))?.[0] ?? "";
  return `has ${JSON.stringify(word)} where JSON allows none`;
}
