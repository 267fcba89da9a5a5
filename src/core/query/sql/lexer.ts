import { leaf, type Node, type TokenType } from "./node.ts";
import { quotedEnd } from "./quoted.ts";
import { typeOfWord } from "./words.ts";

/** More words than this are refused, as MLflow's parser does. */
export const MOST_TOKENS = 10_000;

/** What Python calls a word character, a digit and a space. */
const W = "[\\p{L}\\p{N}_]";
const D = "\\p{Nd}";
const S = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
/** Latin letters; those that Python's ignoring of case adds stand at the end. */
const A = "A-ZÀ-Üİı";
/** Behind a keyword. */
const END = `(?!${W})`;
/** Behind a number: `1a` is a name. */
const NO_LETTER = `(?![_${A}])`;

const rule = (source: string, type: TokenType | "word"): readonly [RegExp, TokenType | "word"] => [
  new RegExp(source, "iuy"),
  type,
];

/** How far back from now: `-7d`. Ours; MLflow reads a number and a name there. */
const AGO = rule(`-${D}+(?:\\.${D}+)?[smhdw]${END}`, "Number.Integer");

const SPACES = [
  rule("(?:--|# )\\+[^\\r\\n]*(?:\\r\\n|\\r|\\n|$)", "Comment.Single.Hint"),
  rule("(?:--|# )[^\\r\\n]*(?:\\r\\n|\\r|\\n|$)", "Comment.Single"),
  rule("\\r\\n|\\r|\\n", "Whitespace.Newline"),
  rule(S, "Whitespace"),
  rule(":=", "Assignment"),
  rule("::", "Punctuation"),
  rule("\\*", "Wildcard"),
];

/** Tried in this order, the first that fits wins; quoted texts stand between the two lists. */
const BEFORE_STRINGS = [
  rule("\\?", "Name.Placeholder"),
  rule(`%(?:\\(${W}+\\))?s`, "Name.Placeholder"),
  rule(`(?<!${W})[$:?]${W}+`, "Name.Placeholder"),
  rule(`\\\\${W}+`, "Command"),
  rule(`(?:CASE|IN|VALUES|USING|FROM|AS)${END}`, "Keyword"),
  rule(`(?:@|##|#)[${A}]${W}+`, "Name"),
  rule(`[${A}]${W}*(?=${S}*\\.(?!${D}))`, "Name"),
  rule(`(?<=\\.)[${A}]${W}*`, "Name"),
  rule(`[${A}]${W}*(?=\\()`, "Name"),
  rule(`-?0x[${D}A-F]+`, "Number.Hexadecimal"),
  rule(`-?${D}+(?:\\.${D}+)?E-?${D}+`, "Number.Float"),
  rule(`-?(?:${D}+\\.${D}*|\\.${D}+)${NO_LETTER}`, "Number.Float"),
  rule(`-?${D}+${NO_LETTER}`, "Number.Integer"),
];

const AFTER_STRINGS = [
  rule(`(?<![${W.slice(1, -1)}\\])])\\[[^\\]\\[]+\\]`, "Name"),
  rule(`END(?:${S}+(?:IF|LOOP|WHILE|FOR|CASE))?${END}`, "Keyword"),
  rule(`NOT${S}+NULL${END}`, "Keyword"),
  rule(`(?:ASC|DESC)(?:${S}+NULLS${S}+(?:FIRST|LAST))?${END}`, "Keyword.Order"),
  rule(`NULLS${S}+(?:FIRST|LAST)${END}`, "Keyword.Order"),
  rule(`DOUBLE${S}+PRECISION${END}`, "Name.Builtin"),
  rule(`GO${S}${D}+${END}`, "Keyword"),
  rule(`(?:AT|WITH')${S}+TIME${S}+ZONE${S}+'[^']+'`, "Keyword.TZCast"),
  rule(`(?:NOT${S}+)?(?:LIKE|ILIKE|RLIKE)${END}`, "Operator.Comparison"),
  rule(`(?:NOT${S}+)?REGEXP(?:${S}+BINARY)?${END}`, "Operator.Comparison"),
  rule(`${W}[$#\\p{L}\\p{N}_]*`, "word"),
  rule("[;:()\\[\\],.]", "Punctuation"),
  rule("->>?|#>>?|@>|<@|\\?\\|?|\\?&|-|#-", "Operator"),
  rule("[<>=~!]+", "Operator.Comparison"),
  rule("[+/@#%^&|-]+", "Operator"),
];

/** Splits a text into words as MLflow's parser does; `ago`: with `-7d` as a number. Stops behind MOST_TOKENS. */
export function tokenize(text: string, ago = false): Node[] {
  const tokens: Node[] = [];
  const comments = new Comments(text);
  for (let at = 0; at < text.length && tokens.length <= MOST_TOKENS; ) {
    const next = spanned(text, at, comments) ?? plain(text, at, ago);
    tokens.push(next);
    at = next.to;
  }
  return tokens;
}

/** Whether a comment is closed at all is looked for once. */
class Comments {
  readonly #text: string;
  #isOpen = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the comment that begins here ends; -1 where none begins or it is never closed. */
  end(from: number): number {
    if (this.#isOpen || !this.#text.startsWith("/*", from)) return -1;
    const close = this.#text.indexOf("*/", from + (this.#text[from + 2] === "+" ? 3 : 2));
    this.#isOpen = close < 0;
    return close < 0 ? -1 : close + 2;
  }
}

const DOLLARS = new RegExp(`(?<![${W.slice(1, -1)}"$])\\$(?:[_${A}]${W}*)?\\$`, "iuy");

/** A comment between `/*` and its end, or a text between `$tag$` and the same. */
function spanned(text: string, at: number, comments: Comments): Node | null {
  const comment = comments.end(at);
  if (comment > 0) return leaf("Comment.Multiline", at, text.slice(at, comment));
  if (text[at] !== "$") return null;
  const tag = matchAt(DOLLARS, text, at);
  const close = tag === null ? -1 : text.indexOf(tag, at + tag.length);
  return tag === null || close < 0 ? null : leaf("Literal", at, text.slice(at, close + tag.length));
}

function plain(text: string, at: number, ago: boolean): Node {
  return (
    firstMatch(SPACES, text, at) ??
    named(text, at) ??
    (ago ? firstMatch([AGO], text, at) : null) ??
    firstMatch(BEFORE_STRINGS, text, at) ??
    quoted(text, at) ??
    firstMatch(AFTER_STRINGS, text, at) ??
    // By code point, as Python counts.
    leaf("Error", at, String.fromCodePoint(text.codePointAt(at) ?? 0))
  );
}

/** A name in backticks or acute accents. */
function named(text: string, at: number): Node | null {
  const quote = text[at];
  const end = quote === "`" || quote === "´" ? quotedEnd(text, at) : -1;
  return end < 0 ? null : leaf("Name", at, text.slice(at, end));
}

function quoted(text: string, at: number): Node | null {
  const end = quotedEnd(text, at);
  return end < 0 ? null : leaf(text[at] === "'" ? "String.Single" : "String.Symbol", at, text.slice(at, end));
}

function firstMatch(rules: readonly (readonly [RegExp, TokenType | "word"])[], text: string, at: number): Node | null {
  for (const [pattern, type] of rules) {
    const word = matchAt(pattern, text, at);
    if (word !== null) return leaf(type === "word" ? typeOfWord(word) : type, at, word);
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
