import { clausesOf } from "./clauses.ts";
import { comparisonsOf, type Expression, type Place } from "./expression.ts";
import { faultAt, outcomeOf, QueryFault } from "./fault.ts";
import type { QueryProblem } from "./problem.ts";
import { comparisonOf, readFilter } from "./readFilter.ts";
import { MOST_TOKENS, tokenize } from "./sql/lexer.ts";
import { isSpace, type Node } from "./sql/node.ts";

const NESTED_MOST = 100;
/** Longer texts with something of ours in them are refused, in UTF-16 units. */
const LONGEST = 100_000;

/**
 * Understands MLflow's language for runs, and ours beyond it: OR, NOT, parentheses, and times back from `now` in start
 * and end times (`start_time > -7d`; s m h d w). A comparison of what a run does not have is false, and so NOT of it is
 * true: there are two answers, not three as in SQL. NOT binds closer than AND, AND closer than OR. Throws QueryFault.
 */
export function readExpression(text: string, now: number): Expression {
  // What MLflow understands means what it means there.
  const plain = outcomeOf(() => readFilter(text, "runs"));
  const expression = plain.ok ? plain.value : readBeyond(text, now, plain.problem);
  const fault = comparisonsOf(expression).find((comparison) => comparison.fault)?.fault;
  if (fault) throw new QueryFault(fault);
  return expression;
}

/** `refused`: what MLflow has against the text; said where there is nothing of ours in it. */
function readBeyond(text: string, now: number, refused: QueryProblem): Expression {
  const tokens = text.length > LONGEST ? [] : tokenize(text, true);
  const words = tokens.filter((token) => !isSpace(token));
  if (words.length === 0 || tokens.length > MOST_TOKENS) throw new QueryFault(refused);
  return new Reader(text, words, now).read();
}

type Mark = "AND" | "OR" | "NOT" | "(" | ")" | "end" | null;

class Reader {
  readonly #text: string;
  readonly #now: number;
  readonly #tokens: readonly Node[];
  #at = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Node[], now: number) {
    this.#text = text;
    this.#tokens = tokens;
    this.#now = now;
  }

  read(): Expression {
    const whole = this.#or();
    if (this.#mark() === ")") {
      throw faultAt("invalid-clause", this.#place(), "This parenthesis closes nothing.");
    }
    return whole;
  }

  #or(): Expression {
    const parts = [this.#and()];
    while (this.#takes("OR")) parts.push(this.#and());
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: "or", parts };
  }

  /** Operands with AND between them; as in MLflow, AND is read over, wherever it stands. */
  #and(): Expression {
    const parts: Expression[] = [];
    let joined = true;
    for (;;) {
      while (this.#takes("AND")) joined = true;
      const mark = this.#mark();
      if (mark === "OR" || mark === ")" || mark === "end") break;
      if (!joined)
        throw faultAt("invalid-clause", this.#place(), "AND or OR is expected here.", { expected: ["AND", "OR"] });
      parts.push(...this.#operand());
      joined = false;
    }
    const [only] = parts;
    if (!only) throw this.#missing();
    return parts.length === 1 ? only : { kind: "and", parts };
  }

  #operand(): readonly Expression[] {
    let isNegated = false;
    for (; this.#takes("NOT"); isNegated = !isNegated) this.#expectOperand();
    const [first, ...rest] = this.#plainOperand();
    if (!isNegated || !first) return first ? [first, ...rest] : [];
    return [{ kind: "not", part: first }, ...rest];
  }

  #expectOperand(): void {
    const mark = this.#mark();
    if (mark === "AND" || mark === "OR" || mark === ")" || mark === "end") throw this.#missing();
  }

  #plainOperand(): readonly Expression[] {
    return this.#mark() === "(" ? [this.#parentheses()] : this.#comparisons();
  }

  #parentheses(): Expression {
    const opened = this.#place();
    if (++this.#depth > NESTED_MOST) {
      throw faultAt("other", opened, `Parentheses are nested too deep: ${NESTED_MOST} are the most.`);
    }
    this.#at++;
    const inside = this.#or();
    if (!this.#takes(")"))
      throw faultAt("invalid-clause", opened, "This parenthesis is never closed.", { expected: [")"] });
    this.#depth--;
    return inside;
  }

  /** What stands up to the next word of ours: MLflow's own language. */
  #comparisons(): readonly Expression[] {
    const { from } = this.#place();
    let to = from;
    for (let depth = 0; ; this.#at++) {
      const mark = this.#mark();
      if (mark === "end" || (depth === 0 && (mark === "AND" || mark === "OR" || mark === ")"))) break;
      if (mark === "(") depth++;
      if (mark === ")") depth--;
      to = this.#place().to;
    }
    return shifted(from, () =>
      clausesOf(this.#text.slice(from, to), true).map((clause) => comparisonOf(clause, "runs", this.#now)),
    );
  }

  #missing(): QueryFault {
    return faultAt("invalid-clause", this.#place(), "A comparison is expected here, such as metrics.rmse < 0.5.", {
      expected: ["metrics.", "params.", "tags."],
    });
  }

  #takes(mark: Mark): boolean {
    if (this.#mark() !== mark) return false;
    this.#at++;
    return true;
  }

  #place(): Place {
    return this.#tokens[this.#at] ?? { from: this.#text.length, to: this.#text.length };
  }

  #mark(): Mark {
    const token = this.#tokens[this.#at];
    if (!token) return "end";
    if (token.type === "Punctuation") return token.word === "(" || token.word === ")" ? token.word : null;
    // Before a parenthesis a word is taken for a function's name; behind a dot it is a key.
    const isWord = token.type === "Keyword" || (token.type === "Name" && this.#text[token.from - 1] !== ".");
    const word = isWord ? token.word.toUpperCase() : "";
    return word === "AND" || word === "OR" || word === "NOT" ? word : null;
  }
}

/** Places of a part of the text as places of the whole. */
function shifted(by: number, read: () => readonly Expression[]): readonly Expression[] {
  const move = <T extends Place>(place: T): T => ({ ...place, from: place.from + by, to: place.to + by });
  try {
    return read().map((part) =>
      part.kind === "comparison"
        ? {
            ...move(part),
            keyPlace: move(part.keyPlace),
            comparatorPlace: move(part.comparatorPlace),
            fault: part.fault && move(part.fault),
          }
        : part,
    );
  } catch (error) {
    throw error instanceof QueryFault ? new QueryFault(move(error.problem)) : error;
  }
}
