import { join, TooDeep } from "./group.ts";
import { type Group, isSpace, matches, type Node, type TokenType } from "./node.ts";

const MOST_DEPTH = 100;

interface Brackets {
  readonly group: Group;
  readonly type: TokenType;
  readonly open: readonly string[];
  readonly close: string;
}

const BRACKETS: readonly Brackets[] = [
  { group: "SquareBrackets", type: "Punctuation", open: ["["], close: "]" },
  { group: "Parenthesis", type: "Punctuation", open: ["("], close: ")" },
  { group: "Case", type: "Keyword", open: ["CASE"], close: "END" },
  { group: "If", type: "Keyword", open: ["IF"], close: "END IF" },
  { group: "For", type: "Keyword", open: ["FOR", "FOREACH"], close: "END LOOP" },
  { group: "Begin", type: "Keyword", open: ["BEGIN"], close: "END" },
];

/** Groups what stands between brackets and between words that open and close; what is not balanced stays as it is. */
export function groupBrackets(statement: Node): void {
  for (const brackets of BRACKETS) groupBetween(statement, brackets, 0);
}

function groupBetween(list: Node, brackets: Brackets, depth: number): void {
  if (depth > MOST_DEPTH) throw new TooDeep();
  const opened: number[] = [];
  let gone = 0;
  for (const [i, node] of [...list.children].entries()) {
    const at = i - gone;
    if (isSpace(node)) continue;
    if (node.group !== null && node.group !== brackets.group) groupBetween(node, brackets, depth + 1);
    else if (matches(node, brackets.type, ...brackets.open)) opened.push(at);
    else if (matches(node, brackets.type, brackets.close)) {
      const from = opened.pop();
      if (from === undefined) continue;
      join(list, brackets.group, from, at);
      gone += at - from;
    }
  }
}
