import type { Entity } from "./expression.ts";
import { LANGUAGES } from "./language.ts";
import { bareKey, withoutBackticks } from "./quotes.ts";
import { tokenize } from "./sql/lexer.ts";
import { isSpace, matches, type Node } from "./sql/node.ts";

/** The key that a comparison is about, as far as it is written. */
export interface AskedKey {
  readonly entity: Entity;
  readonly key: string;
}

/**
 * What may stand at a place: a key (or NOT, a parenthesis), an operator behind a key, the rest of an operator of several
 * words, a value, a value or the end of a list, AND or OR.
 */
export type Slot =
  | { readonly kind: "key" }
  | { readonly kind: "operator" | "value" | "list"; readonly asked: AskedKey | null }
  | { readonly kind: "rest"; readonly asked: AskedKey | null; readonly words: readonly string[] }
  | { readonly kind: "joint" };

/** Understands as much of a text as stands before a place. */
export function slotBehind(text: string): Slot {
  const walk = new Walk(text);
  for (const token of tokenize(text, true)) if (!isSpace(token)) walk.pass(token);
  return walk.slot;
}

class Walk {
  slot: Slot = { kind: "key" };
  readonly #text: string;
  /** Where the key begins that was last passed, and the token that ended it. */
  #from = 0;
  #last: Node | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  pass(token: Node): void {
    this.slot = this.#next(token);
    this.#last = token;
  }

  #next(token: Node): Slot {
    switch (this.slot.kind) {
      case "key":
        return isWord(token, "AND", "OR", "NOT") || matches(token, "Punctuation", "(") ? this.slot : this.#key(token);
      case "operator":
        return this.#continuesKey(token) ? this.#named(token) : this.#operator(token, this.slot.asked);
      case "rest":
        return restBehind(token, this.slot.asked, this.slot.words);
      case "value":
        return { kind: "joint" };
      case "list":
        return matches(token, "Punctuation", ")") ? { kind: "joint" } : this.slot;
      case "joint":
        return this.#joint(token);
    }
  }

  #joint(token: Node): Slot {
    if (isWord(token, "AND", "OR")) return { kind: "key" };
    return matches(token, "Punctuation", ")") ? this.slot : this.#key(token);
  }

  #key(token: Node): Slot {
    this.#from = token.from;
    return this.#named(token);
  }

  #named(token: Node): Slot {
    return { kind: "operator", asked: askedKey(this.#text.slice(this.#from, token.to)) };
  }

  /** A dot, or what stands right behind one. */
  #continuesKey(token: Node): boolean {
    const last = this.#last;
    return last !== null && (matches(token, "Punctuation", ".") || matches(last, "Punctuation", "."));
  }

  #operator(token: Node, asked: AskedKey | null): Slot {
    if (token.type === "Operator.Comparison") return { kind: "value", asked };
    if (isWord(token, "IN")) return { kind: "rest", asked, words: ["("] };
    if (isWord(token, "IS")) return { kind: "rest", asked, words: ["NULL", "NOT NULL"] };
    if (isWord(token, "NOT")) return { kind: "rest", asked, words: ["IN"] };
    return this.#key(token);
  }
}

function restBehind(token: Node, asked: AskedKey | null, words: readonly string[]): Slot {
  if (matches(token, "Punctuation", "(")) return { kind: "list", asked };
  if (isWord(token, "IN")) return { kind: "rest", asked, words: ["("] };
  return isWord(token, "NOT")
    ? { kind: "rest", asked, words: words.includes("NULL") ? ["NULL"] : ["IN"] }
    : { kind: "joint" };
}

/** Whether a token is one of these words; before a parenthesis words are taken for names. */
function isWord(token: Node, ...words: readonly string[]): boolean {
  return (token.type === "Keyword" || token.type === "Name") && words.includes(token.word.toUpperCase());
}

function askedKey(written: string): AskedKey | null {
  const { entities, aliases } = LANGUAGES.runs;
  const dot = written.indexOf(".");
  const word = withoutBackticks(written.slice(0, Math.max(dot, 0)));
  const entity = dot < 0 ? "attribute" : Object.hasOwn(entities, word) ? entities[word] : undefined;
  const key = bareKey(written.slice(dot + 1));
  return entity === undefined ? null : { entity, key: Object.hasOwn(aliases, key) ? (aliases[key] ?? key) : key };
}
