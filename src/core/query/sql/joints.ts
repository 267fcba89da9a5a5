import type { Joint } from "./group.ts";
import { isKeyword, isOneOf, matches, type Node, type TokenType } from "./node.ts";

const NUMBERS: readonly TokenType[] = ["Number.Integer", "Number.Float"];
const STRINGS: readonly TokenType[] = ["String.Single", "String.Symbol"];
const NAMES: readonly TokenType[] = ["Name", "Name.Placeholder"];
const VALUES: readonly TokenType[] = [...NUMBERS, ...STRINGS, ...NAMES];

const present = (node: Node | null): boolean => node !== null;
const wide = (_list: Node, before: number, _at: number, after: number) => [before, after] as const;

/** `schema.name`, also with nothing that fits behind the dot. */
export const PERIOD: Joint = {
  group: "Identifier",
  joins: (node) => matches(node, "Punctuation", ".") || matches(node, "Operator", "->", "->>"),
  before: (node) => isOneOf(node, ["SquareBrackets", "Identifier"], ["Name", "String.Symbol"]),
  after: () => true,
  span: (list, before, at, after) => {
    const next = list.children[after] ?? null;
    const fits = isOneOf(next, ["SquareBrackets", "Function"], ["Name", "String.Symbol", "Wildcard", "String.Single"]);
    return [before, fits ? after : at];
  },
  extends: true,
};

/** `name[1]` */
export const ARRAY: Joint = {
  group: "Identifier",
  joins: (node) => node.group === "SquareBrackets",
  before: (node) => isOneOf(node, ["SquareBrackets", "Identifier", "Function"], ["Name", "String.Symbol"]),
  after: () => true,
  span: (_list, before, at) => [before, at],
  extends: true,
  recurses: false,
};

/** `name::type` */
export const TYPECAST: Joint = {
  group: "Identifier",
  joins: (node) => matches(node, "Punctuation", "::"),
  before: () => true,
  after: present,
  span: wide,
  extends: true,
};

/** `name AT TIME ZONE 'UTC' AS …` */
export const TIME_ZONE: Joint = {
  group: "Identifier",
  joins: (node) => matches(node, "Keyword.TZCast"),
  before: () => true,
  after: (node) => node !== null && (matches(node, "Keyword", "AS") || matches(node, "String.Single")),
  span: wide,
  extends: true,
};

/** `DATE '2024-02-29'`, behind anything. */
export const TYPED_LITERAL: Joint = {
  group: "TypedLiteral",
  joins: (node) => matches(node, "Name.Builtin") || matches(node, "Keyword", "TIMESTAMP"),
  before: () => true,
  after: (node) => node !== null && matches(node, "String.Single"),
  span: (_list, _before, at, after) => [at, after],
  extends: false,
};

/** `INTERVAL '2' DAY` */
export const INTERVAL: Joint = {
  group: "TypedLiteral",
  joins: (node) => node.group === "TypedLiteral",
  before: () => true,
  after: (node) => node !== null && matches(node, "Keyword", "DAY", "HOUR", "MINUTE", "MONTH", "SECOND", "YEAR"),
  span: (_list, _before, at, after) => [at, after],
  extends: true,
};

const operand = (node: Node | null): boolean =>
  isOneOf(node, ["SquareBrackets", "Parenthesis", "Function", "Identifier", "Operation", "TypedLiteral"], VALUES) ||
  (node !== null && matches(node, "Keyword", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP"));

/** `a / b` */
export const OPERATION: Joint = {
  group: "Operation",
  joins: (node) => node.type === "Operator" || node.type === "Wildcard",
  before: operand,
  after: operand,
  span: wide,
  extends: false,
};

const compared = (node: Node | null): boolean =>
  isOneOf(node, ["Parenthesis", "Function", "Identifier", "Operation", "TypedLiteral"], VALUES) ||
  (node !== null && isKeyword(node) && node.word === "NULL");

/** `a = b` */
export const COMPARISON: Joint = {
  group: "Comparison",
  joins: (node) => node.type === "Operator.Comparison",
  before: compared,
  after: compared,
  span: wide,
  extends: false,
};

/** `a AS b` */
export const ALIAS: Joint = {
  group: "Identifier",
  joins: (node) => isKeyword(node) && node.word === "AS",
  before: (node) => !isKeyword(node) || node.word === "NULL",
  after: (node) =>
    node !== null && !(["Keyword.DML", "Keyword.DDL", "Keyword.CTE"] as (TokenType | null)[]).includes(node.type),
  span: wide,
  extends: true,
};

const assigned = (node: Node | null): boolean => node !== null && node.type !== "Keyword";

/** `a := b;` */
export const ASSIGNMENT: Joint = {
  group: "Assignment",
  joins: (node) => matches(node, "Assignment"),
  before: assigned,
  after: assigned,
  span: (list, before, _at, after) => {
    const end = list.children.findIndex((node, i) => i > after && matches(node, "Punctuation", ";"));
    return [before, end > 0 ? end : after];
  },
  extends: true,
};

const listed = (node: Node | null): boolean =>
  isOneOf(
    node,
    ["Function", "Case", "Identifier", "Comparison", "IdentifierList", "Operation"],
    [...VALUES, "Keyword", "Wildcard"],
  );

/** `a, b` */
export const IDENTIFIER_LIST: Joint = {
  group: "IdentifierList",
  joins: (node) => matches(node, "Punctuation", ","),
  before: listed,
  after: listed,
  span: wide,
  extends: true,
};
