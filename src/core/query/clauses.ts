import type { Place } from "./expression.ts";
import { faultAt, type QueryFault } from "./fault.ts";
import { type Group, isSpace, matches, type Node, type TokenType } from "./sql/node.ts";
import { parseSql } from "./sql/parse.ts";
import { strangerFault } from "./strangers.ts";

/** A filter of more UTF-16 units is refused unread. */
export const LONGEST_FILTER = 1_000_000;

/** A part of a comparison. */
export interface Term extends Place {
  readonly group: Group | null;
  readonly type: TokenType | null;
  readonly text: string;
}

/** What stands around one comparing word: usually three terms, two with IS NULL, more where a comment is between. */
export interface Clause extends Place {
  readonly terms: readonly Term[];
}

/** Takes a filter apart into its comparisons, all of which must hold; AND between them is read over. Throws QueryFault. */
export function clausesOf(text: string, ago = false): Clause[] {
  const { clauses, stranger } = partsOf(text, ago);
  if (stranger) throw stranger;
  return clauses;
}

/** The comparisons of a filter, and what is wrong with the first thing that is none. Throws QueryFault. */
export function partsOf(
  text: string,
  ago = false,
): { readonly clauses: Clause[]; readonly stranger: QueryFault | null } {
  const statement = statementOf(text, ago);
  const nodes = statement.children.filter((node) => !isSpace(node));
  const clauses: Clause[] = [];
  let stranger: QueryFault | null = null;
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at];
    const found = node?.group === "Identifier" ? joined(text, nodes, at) : null;
    if (found) clauses.push(found.clause);
    else if (node?.group === "Comparison") clauses.push(comparison(text, node));
    else if (node && !matches(node, "Keyword", "AND")) stranger ??= strangerFault(text, node, nodes[at + 1] ?? null);
    at += found?.length ?? 1;
  }
  return { clauses, stranger };
}

function statementOf(text: string, ago: boolean): Node {
  const whole = { from: 0, to: text.length };
  if (text.length > LONGEST_FILTER) {
    throw faultAt("other", whole, `The text is too long: at most ${LONGEST_FILTER} characters are read.`);
  }
  const parsed = parseSql(text, ago);
  if (parsed.kind === "blank") throw faultAt("other", whole, "There is nothing but spaces: write a comparison.");
  if (parsed.kind === "too-much") {
    throw faultAt("other", whole, "The text is too much for a filter: 10,000 words, nested 100 deep, are the most.");
  }
  if (parsed.statements > 1) {
    const next = { from: parsed.first.to, to: text.length };
    throw faultAt(
      "multiple-statements",
      next,
      "Only one expression is allowed: join comparisons by AND, not by a semicolon.",
      {
        expected: ["AND"],
      },
    );
  }
  return parsed.first;
}

const termOf = (text: string, { group, type, from, to }: Node): Term => ({
  group,
  type,
  from,
  to,
  text: text.slice(from, to),
});

function comparison(text: string, node: Node): Clause {
  const terms = node.children.filter((child) => !isSpace(child)).map((child) => termOf(text, child));
  return { from: node.from, to: node.to, terms };
}

/** Comparisons that SQL's grammar leaves as words side by side: `x IN (…)`, `x NOT IN (…)`, `x IS NULL`, `x IS NOT NULL`. */
function joined(text: string, nodes: readonly Node[], at: number): { clause: Clause; length: number } | null {
  const [name, second, third, fourth] = nodes.slice(at, at + 4);
  if (!name || !second || !third) return null;
  const make = (length: number, operator: string, operatorTo: Node, value: Node | null) => {
    const { from, to } = { from: second.from, to: operatorTo.to };
    const operatorTerm: Term = { group: null, type: "Keyword", text: operator, from, to };
    const terms = [termOf(text, name), operatorTerm, ...(value ? [termOf(text, value)] : [])];
    return { clause: { from: name.from, to: (value ?? operatorTo).to, terms }, length };
  };
  if (matches(second, "Keyword", "IN") && third.group === "Parenthesis") return make(3, "IN", second, third);
  if (matches(second, "Keyword", "IS") && matches(third, "Keyword", "NULL")) return make(3, "IS NULL", third, null);
  if (matches(second, "Keyword", "IS") && matches(third, "Keyword", "NOT NULL")) {
    return make(3, "IS NOT NULL", third, null);
  }
  if (matches(second, "Keyword", "NOT") && matches(third, "Keyword", "IN") && fourth?.group === "Parenthesis") {
    return make(4, "NOT IN", third, fourth);
  }
  return null;
}
