/**
 * What stands in parentheses behind IN, as MLflow reads it: a Python expression of texts. Texts side by side are one,
 * escapes count, a text alone is a list of one. Null where Python refuses it or something else than texts is in it.
 */
export function readTexts(source: string): readonly string[] | null {
  const reader = new Reader(source);
  const value = reader.value();
  if (value === null || !reader.isAtEnd()) return null;
  const texts = typeof value === "string" ? [value] : value;
  return texts.every((text) => typeof text === "string") ? texts : null;
}

/** A text, or a tuple of what stands in it; `other` is a value of another kind. */
type Item = string | readonly Item[];

const PREFIXED = /([uUrR]?)('''|"""|'|")/y;
const NESTED_MOST = 90;

class Reader {
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  isAtEnd(): boolean {
    this.#skip();
    return this.#at === this.#source.length;
  }

  /** Null where it is no value. */
  value(): Item | null {
    this.#skip();
    return this.#source[this.#at] === "(" ? this.#parentheses() : this.#texts();
  }

  /** `(x)` is x, `(x,)` and `(x, y)` and `()` are tuples. */
  #parentheses(): Item | null {
    if (++this.#depth > NESTED_MOST) return null;
    this.#at++;
    const items: Item[] = [];
    let commas = 0;
    while (!this.#takes(")")) {
      if (items.length > commas) return null;
      const item = this.value();
      if (item === null) return null;
      items.push(item);
      if (this.#takes(",")) commas++;
    }
    this.#depth--;
    const [only] = items;
    return items.length === 1 && commas === 0 && only !== undefined ? only : items;
  }

  #takes(mark: string): boolean {
    this.#skip();
    if (this.#source[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }

  #texts(): string | null {
    let all: string | null = null;
    for (let text = this.#text(); text !== null; text = this.#text()) all = (all ?? "") + text;
    return all;
  }

  #text(): string | null {
    this.#skip();
    PREFIXED.lastIndex = this.#at;
    const [all = "", prefix = "", quote = ""] = PREFIXED.exec(this.#source) ?? [];
    if (all === "") return null;
    const from = this.#at + all.length;
    const to = closing(this.#source, from, quote);
    if (to < 0) return null;
    this.#at = to + quote.length;
    const inside = this.#source.slice(from, to).replaceAll(/\r\n?/g, "\n");
    return prefix.toLowerCase() === "r" ? inside : unescaped(inside);
  }

  /** Spaces, line ends and comments, as they may stand inside parentheses. */
  #skip(): void {
    const spaces = /(?:[ \t\f\r\n]|\\\r?\n|#[^\r\n]*)*/y;
    spaces.lastIndex = this.#at;
    this.#at += spaces.exec(this.#source)?.[0].length ?? 0;
  }
}

/** Where the closing quote stands; -1 where there is none, or none on the same line. */
function closing(source: string, from: number, quote: string): number {
  for (let at = from; at < source.length; at++) {
    if (source.startsWith(quote, at)) return at;
    if (source[at] === "\\") at++;
    else if (quote.length === 1 && (source[at] === "\n" || source[at] === "\r")) return -1;
  }
  return -1;
}

const ESCAPE = /\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/g;

const SINGLE: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Null where an escape is cut short or names no character. */
function unescaped(text: string): string | null {
  let isWhole = true;
  const plain = text.replaceAll(ESCAPE, (code) => {
    const found = escaped(code);
    if (found === null) isWhole = false;
    return found ?? "";
  });
  return isWhole ? plain : null;
}

function escaped(code: string): string | null {
  const mark = code[1] ?? "";
  if (/[0-7]/.test(mark)) return String.fromCodePoint(Number.parseInt(code.slice(1), 8));
  if (mark === "x" || mark === "u" || mark === "U") {
    const point = code.length === 2 ? Number.NaN : Number.parseInt(code.slice(2), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : null;
  }
  // Characters by name need a table of all names.
  if (mark === "N") return null;
  return Object.hasOwn(SINGLE, mark) ? (SINGLE[mark] ?? "") : code;
}
