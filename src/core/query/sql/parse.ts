import { groupBrackets } from "./brackets.ts";
import { findFrom, groupOf, join, joinAround, nextWord, previousWord, recurse, TooDeep } from "./group.ts";
import * as joints from "./joints.ts";
import { MOST_TOKENS, tokenize } from "./lexer.ts";
import { type Group, isOneOf, matches, type Node, type TokenType } from "./node.ts";
import { splitStatements } from "./statements.ts";

/** A text as MLflow's parser groups it; `statements` counts them all, `first` is the first. */
export type Parsed =
  | { readonly kind: "parsed"; readonly statements: number; readonly first: Node }
  /** Nothing but spaces. */
  | { readonly kind: "blank" }
  /** Too many words, or nested too deep. */
  | { readonly kind: "too-much" };

/** Parses a text; `ago`: with `-7d` as a number. */
export function parseSql(text: string, ago = false): Parsed {
  const statements = splitStatements(text, tokenize(text, ago));
  const [first] = statements;
  if (!first) return { kind: "blank" };
  if (statements.some((tokens) => tokens.length > MOST_TOKENS)) return { kind: "too-much" };
  const statement = groupOf("Statement", first);
  try {
    groupAll(statement);
  } catch (error) {
    if (error instanceof TooDeep) return { kind: "too-much" };
    throw error;
  }
  return { kind: "parsed", statements: statements.length, first: statement };
}

/** In the order of MLflow's parser, sqlparse 0.6, which decides what belongs to what. */
function groupAll(statement: Node): void {
  groupComments(statement);
  groupBrackets(statement);
  recurse(statement, "Over", groupOver);
  recurse(statement, "Function", groupFunctions);
  joinAround(statement, joints.PERIOD);
  joinAround(statement, joints.ARRAY);
  recurse(statement, "Identifier", groupNames);
  recurse(statement, "Identifier", groupOrder);
  for (const joint of [joints.TYPECAST, joints.TIME_ZONE, joints.TYPED_LITERAL, joints.INTERVAL]) {
    joinAround(statement, joint);
  }
  joinAround(statement, joints.OPERATION);
  joinAround(statement, joints.COMPARISON);
  joinAround(statement, joints.ALIAS);
  recurse(statement, null, groupAliases);
  joinAround(statement, joints.ASSIGNMENT);
  recurse(statement, null, alignComments);
  joinAround(statement, joints.IDENTIFIER_LIST);
}

const isComment = (node: Node): boolean => node.type?.startsWith("Comment") ?? false;

/** Comments and the line ends between them; not those at the end of the text. */
function groupComments(list: Node): void {
  for (let at = findFrom(list, 0, isComment); at >= 0; at = findFrom(list, at + 1, isComment)) {
    const end = findFrom(list, at, (node) => !isComment(node) && node.type !== "Whitespace.Newline");
    if (end < 0) return;
    join(list, "Comment", at, end - 1);
  }
}

/** A comment belongs to the group before it. */
function alignComments(list: Node): void {
  const isGroup = (node: Node): boolean => node.group === "Comment";
  for (let at = findFrom(list, 0, isGroup); at >= 0; at = findFrom(list, at + 1, isGroup)) {
    const before = previousWord(list, at);
    if (before < 0 || list.children[before]?.group === null) continue;
    join(list, null, before, at, true);
    at = before;
  }
}

/** Joins every such word with the one behind it, where that fits. */
function groupWithNext(
  list: Node,
  group: Group,
  starts: (node: Node) => boolean,
  fits: (node: Node | null) => boolean,
  extend: boolean,
): void {
  for (let at = findFrom(list, 0, starts); at >= 0; at = findFrom(list, at + 1, starts)) {
    const next = nextWord(list, at);
    if (fits(list.children[next] ?? null)) join(list, group, at, next, extend);
  }
}

const isName = (type: TokenType | null): boolean => type?.startsWith("Name") ?? false;

function groupOver(list: Node): void {
  const fits = (node: Node | null): boolean => node !== null && (node.group === "Parenthesis" || isName(node.type));
  groupWithNext(list, "Over", (node) => matches(node, "Keyword", "OVER"), fits, false);
}

function groupFunctions(list: Node): void {
  const starts = (node: Node): boolean => isName(node.type);
  for (let at = findFrom(list, 0, starts); at >= 0; at = findFrom(list, at + 1, starts)) {
    const next = nextWord(list, at);
    if (list.children[next]?.group !== "Parenthesis") continue;
    const over = nextWord(list, next);
    join(list, "Function", at, list.children[over]?.group === "Over" ? over : next);
  }
}

function groupNames(list: Node): void {
  const isBare = (node: Node): boolean => node.type === "Name" || node.type === "String.Symbol";
  for (let at = findFrom(list, 0, isBare); at >= 0; at = findFrom(list, at + 1, isBare)) {
    join(list, "Identifier", at, at);
  }
}

/** `name DESC` */
function groupOrder(list: Node): void {
  const isOrder = (node: Node): boolean => node.type === "Keyword.Order";
  for (let at = findFrom(list, 0, isOrder); at >= 0; at = findFrom(list, at + 1, isOrder)) {
    const before = previousWord(list, at);
    const node = list.children[before];
    if (!node || !(node.group === "Identifier" || node.type?.startsWith("Number"))) continue;
    join(list, "Identifier", before, at);
    at = before;
  }
}

/** `a b`: the second names the first. */
function groupAliases(list: Node): void {
  const starts = (node: Node): boolean =>
    isOneOf(node, ["Parenthesis", "Function", "Case", "Identifier", "Operation", "Comparison"], []) ||
    (node.type?.startsWith("Number") ?? false);
  groupWithNext(list, "Identifier", starts, (node) => node?.group === "Identifier", true);
}
