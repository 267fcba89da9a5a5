import type { RunKeys } from "../model/views.ts";
import { advised, unknownKeys } from "./advice.ts";
import { comparisonsOf, type Expression } from "./expression.ts";
import { outcomeOf } from "./fault.ts";
import type { QueryProblem } from "./problem.ts";
import { readExpression } from "./readExpression.ts";
import { tokenize } from "./sql/lexer.ts";
import { isSpace, matches, type Node } from "./sql/node.ts";

/** What a person wrote into a filter box. */
export type FilterText =
  | { readonly kind: "all" }
  /** Each is looked for in names, ids, params and tags, in any case; all must be found. */
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** `unknown`: keys in it that no run has, where the keys are known: it is right, and finds less than was meant. */
  | { readonly kind: "expression"; readonly expression: Expression; readonly unknown: readonly QueryProblem[] }
  /** Meant as an expression. */
  | { readonly kind: "invalid"; readonly problem: QueryProblem };

/**
 * Understands the text of a filter box. It is an expression when it reads as one with a comparison in it; an expression
 * with a mistake when a comparing sign (`=`, `<`, …), or LIKE, IN, IS behind a key, stands between two words outside
 * quotes; else words. Words in quotes stay together, and are never an expression: `"lr=0.1"`.
 * `keys`, where they are known, make better suggestions; `now` is what times back (`-7d`) count from.
 */
export function readFilterText(text: string, keys: RunKeys | null = null, now = 0): FilterText {
  const words = wordsOf(text);
  if (words.length === 0) return { kind: "all" };
  const read = outcomeOf(() => readExpression(text, now));
  if (read.ok && comparisonsOf(read.value).length > 0) {
    return { kind: "expression", expression: read.value, unknown: keys ? unknownKeys(read.value, keys) : [] };
  }
  if (read.ok || !isMeant(text)) return { kind: "words", words };
  return { kind: "invalid", problem: advised(read.problem, text, keys) };
}

const WORD = /"([^"]+)"(?=\s|$)|'([^']+)'(?=\s|$)|\S+/g;

function wordsOf(text: string): string[] {
  // The search knows texts by the line ends between them.
  return Array.from(text.matchAll(WORD), ([all, double, single]) => (double ?? single ?? all).replaceAll("\n", " "));
}

function isMeant(text: string): boolean {
  const tokens = tokenize(text, true).filter((token) => !isSpace(token));
  return tokens.some((token, at) => {
    const before = tokens[at - 1];
    if (!before || !tokens[at + 1]) return false;
    if (token.type === "Operator.Comparison" && /[<>=]/.test(token.word)) return true;
    return isComparingWord(token, tokens[at + 1]) && isKey(tokens, at - 1);
  });
}

function isComparingWord(token: Node, next: Node | undefined): boolean {
  if (token.type === "Operator.Comparison") return /LIKE$/i.test(token.word);
  if (!next) return false;
  if (matches(token, "Keyword", "IN")) return matches(next, "Punctuation", "(");
  return matches(token, "Keyword", "IS") && (matches(next, "Keyword", "NULL") || matches(next, "Keyword", "NOT NULL"));
}

/** Whether `entity.key` ends here, or an attribute stands here. */
function isKey(tokens: readonly Node[], at: number): boolean {
  const token = tokens[at];
  const dot = tokens[at - 1];
  return token !== undefined && (ATTRIBUTE.test(token.word) || (dot !== undefined && matches(dot, "Punctuation", ".")));
}

const ATTRIBUTE = /^(?:run_id|run_name|status|user_id|artifact_uri)$/;
