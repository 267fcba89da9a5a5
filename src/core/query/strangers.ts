import { cut, faultAt, type QueryFault, shown } from "./fault.ts";
import { writtenKey } from "./quotes.ts";
import type { Node } from "./sql/node.ts";

/** What is wrong with a node that is no comparison, and what stands there in its place. */
export function strangerFault(text: string, stranger: Node, next: Node | null): QueryFault {
  const written = (node: Node): string => text.slice(node.from, node.to);
  const found = written(stranger);
  const known = byWord(stranger, found);
  if (known !== null) return faultAt("invalid-clause", stranger, known);
  if (stranger.group !== "Identifier") {
    return faultAt("invalid-clause", stranger, `A comparison is expected here, not ${shown(found)}.`);
  }
  return (
    behindKey(text, next) ??
    behindComparison(text, stranger) ??
    keyWithSpaces(text, stranger, next) ??
    alone(stranger, found)
  );
}

/** A key is there, and what comes next spoils it. */
function behindKey(text: string, next: Node | null): QueryFault | null {
  if (next?.type === "Operator.Comparison") {
    const sign = cut(text.slice(next.from, next.to));
    const reason = `Behind ${sign} stands a number, or a text in quotes: nothing else, and no + before it.`;
    return faultAt("invalid-clause", { from: next.from, to: text.length }, reason, { expected: ["0.5", "'text'"] });
  }
  const reason = next?.type === "Keyword" ? BEHIND[next.word] : undefined;
  return next && reason !== undefined ? faultAt("invalid-clause", next, reason) : null;
}

const BEHIND: Readonly<Record<string, string>> = {
  BETWEEN: "There is no BETWEEN: write two comparisons, with >= and <=.",
  IN: "Behind IN stands a list in parentheses, such as ('a', 'b').",
  NOT: "Behind NOT stands IN and a list, or LIKE, which no key is compared by.",
  IS: "Behind IS stands NULL or NOT NULL, with one space.",
};

/** `metrics.rmse < 1 best`: the last word names the comparison, as SQL has it. */
function behindComparison(text: string, { children }: Node): QueryFault | null {
  const last = children.at(-1);
  if (!last || children[0]?.group !== "Comparison") return null;
  const reason = `Behind a comparison stands AND, not ${shown(text.slice(last.from, last.to))}.`;
  return faultAt("invalid-clause", last, reason, { expected: ["AND"] });
}

/** Words and signs that mean something elsewhere. */
function byWord({ type, group, word }: Node, found: string): string | null {
  if (type === "Keyword" && (word === "OR" || word === "NOT")) {
    return `MLflow's filters have no ${word}: all comparisons must hold.`;
  }
  if (group === "Parenthesis") return "MLflow's filters have parentheses behind IN alone.";
  if (group === "IdentifierList" || found === ",") return "Comparisons are joined by AND, not by commas.";
  if (found === ";") return "A filter ends without a semicolon.";
  if (type?.startsWith("Comment") || group === "Comment") return "There are no comments in a filter.";
  if (type === "Error" && /['"`]/.test(found)) return "This quote is never closed.";
  return null;
}

/** `metrics.f1 score > 0.8` */
function keyWithSpaces(text: string, stranger: Node, next: Node | null): QueryFault | null {
  const [left] = next?.group === "Comparison" ? next.children : [];
  const dot = text.indexOf(".", stranger.from);
  if (left?.group !== "Identifier" || dot < 0 || dot >= stranger.to) return null;
  const key = text.slice(dot + 1, left.to);
  if (/["'`.]/.test(key)) return null;
  const suggestion = `${text.slice(stranger.from, dot + 1)}${writtenKey(key)}`;
  const place = { from: stranger.from, to: left.to };
  return faultAt("invalid-clause", place, "A key with spaces stands in backticks.", { suggestion });
}

function alone(stranger: Node, found: string): QueryFault {
  const reason = `Behind ${shown(found)} stand a comparing sign and a value.`;
  return faultAt("invalid-clause", stranger, reason, { expected: ["=", "!=", ">", "LIKE"] });
}
