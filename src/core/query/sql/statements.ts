import { isKeyword, isSpace, matches, type Node } from "./node.ts";

const BLOCK_STARTERS = ["IF", "CASE"];
const TRANSACTION = ["TRANSACTION", "WORK", "TRAN", "DISTRIBUTED", "DEFERRED", "IMMEDIATE", "EXCLUSIVE"];

/** Which blocks of an `END …` close what. */
const CLOSED_BY: Readonly<Record<string, readonly string[]>> = {
  "END IF": ["IF"],
  "END FOR": ["FOR"],
  "END WHILE": ["WHILE"],
  "END LOOP": ["LOOP", "FOR", "WHILE"],
  "END CASE": ["CASE"],
};

/** Parts words into statements at semicolons outside parentheses and blocks, and behind `GO`. */
export function splitStatements(text: string, tokens: readonly Node[]): Node[][] {
  const statements: Node[][] = [];
  let splitter = new Splitter(text);
  for (const token of tokens) {
    if (splitter.isDone && token.type !== "Whitespace" && token.type !== "Comment.Single") {
      statements.push(splitter.tokens);
      splitter = new Splitter(text);
    }
    splitter.add(token);
  }
  if (splitter.tokens.some((token) => !isSpace(token))) statements.push(splitter.tokens);
  return statements;
}

class Splitter {
  readonly tokens: Node[] = [];
  readonly #text: string;
  /** Whether the statement is at its end but for spaces. */
  isDone = false;
  #level = 0;
  readonly #blocks: string[] = [];
  /** A FOR or WHILE whose LOOP or DO has not come yet. */
  #pending: string | null = null;
  #isCreate = false;
  /** Whether BEGIN was the last word. */
  #seenBegin = false;

  constructor(text: string) {
    this.#text = text;
  }

  add(token: Node): void {
    this.#level += this.#change(token);
    this.tokens.push(token);
    if (matches(token, "Punctuation", ";")) {
      this.#seenBegin = false;
      if (this.#level <= 0 && !this.#blocks.includes("BEGIN")) this.isDone = true;
    } else if (token.type === "Keyword" && /^GO(?:\s|$)/.test(this.#text.slice(token.from, token.to)))
      this.isDone = true;
    else if (!isSpace(token) && !token.type?.startsWith("Comment") && !matches(token, "Keyword", "BEGIN")) {
      this.#seenBegin = false;
    }
  }

  #change(token: Node): number {
    if (matches(token, "Punctuation", ";")) return this.#semicolon();
    if (matches(token, "Punctuation", "(")) return 1;
    if (matches(token, "Punctuation", ")")) return -1;
    if (!isKeyword(token)) return 0;
    const { word } = token;
    if (token.type === "Keyword.DDL" && word.startsWith("CREATE")) {
      this.#isCreate = true;
      return 0;
    }
    if (word === "DECLARE" && this.#isCreate && this.#blocks.length === 0) return this.#open("DECLARE");
    if (word === "BEGIN") return this.#begin();
    if (this.#seenBegin && token.type === "Keyword" && TRANSACTION.includes(word)) return this.#transaction();
    if (this.#blocks.includes("BEGIN")) return this.#nested(word) ?? this.#close(word);
    return this.#close(word);
  }

  #semicolon(): number {
    this.#pending = null;
    return this.#seenBegin ? this.#transaction() : 0;
  }

  /** BEGIN began no block after all. */
  #transaction(): number {
    this.#seenBegin = false;
    if (this.#blocks.at(-1) !== "BEGIN") return 0;
    this.#blocks.pop();
    return -1;
  }

  #begin(): number {
    this.#seenBegin = true;
    if (this.#blocks.at(-1) !== "DECLARE") return this.#open("BEGIN");
    this.#blocks[this.#blocks.length - 1] = "BEGIN";
    return 0;
  }

  #nested(word: string): number | null {
    if (word === "FOR" || word === "WHILE") {
      this.#pending = word;
      return 0;
    }
    if ((word === "LOOP" || word === "DO") && this.#pending !== null) {
      const opened = this.#pending;
      this.#pending = null;
      return this.#open(opened);
    }
    return word === "LOOP" || BLOCK_STARTERS.includes(word) ? this.#open(word) : null;
  }

  #open(block: string): number {
    this.#blocks.push(block);
    return 1;
  }

  #close(word: string): number {
    if (word === "END") {
      this.#blocks.pop();
      return -1;
    }
    if (!CLOSED_BY[word]?.includes(this.#blocks.at(-1) ?? "")) return 0;
    this.#blocks.pop();
    return -1;
  }
}
