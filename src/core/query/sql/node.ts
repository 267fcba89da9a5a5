/** Kinds of words, named by their path: `Name.Builtin` is a `Name`. */
export type TokenType =
  | "Whitespace"
  | "Whitespace.Newline"
  | "Comment.Single"
  | "Comment.Single.Hint"
  | "Comment.Multiline"
  | "Assignment"
  | "Punctuation"
  | "Wildcard"
  | "Name"
  | "Name.Placeholder"
  | "Name.Builtin"
  | "Command"
  | "Literal"
  | "Keyword"
  | "Keyword.DML"
  | "Keyword.DDL"
  | "Keyword.DCL"
  | "Keyword.CTE"
  | "Keyword.Order"
  | "Keyword.TZCast"
  | "Number.Hexadecimal"
  | "Number.Float"
  | "Number.Integer"
  | "String.Single"
  | "String.Symbol"
  | "Operator"
  | "Operator.Comparison"
  | "Error";

/** What several words form together. */
export type Group =
  | "Statement"
  | "Comment"
  | "SquareBrackets"
  | "Parenthesis"
  | "Case"
  | "If"
  | "For"
  | "Begin"
  | "Over"
  | "Function"
  | "Identifier"
  | "TypedLiteral"
  | "Operation"
  | "Comparison"
  | "Assignment"
  | "IdentifierList";

/** A word (`type`) or a group of nodes (`group`); exactly one of the two is set. */
export interface Node {
  readonly type: TokenType | null;
  readonly group: Group | null;
  /** Place in the text, in UTF-16 units, `to` behind its last. */
  readonly from: number;
  to: number;
  /** As written, keywords in upper case; empty for groups. */
  readonly word: string;
  readonly children: Node[];
}

export function leaf(type: TokenType, from: number, text: string): Node {
  const word = type.startsWith("Keyword") ? text.toUpperCase() : text;
  return { type, group: null, from, to: from + text.length, word, children: [] };
}

export function isSpace(node: Node): boolean {
  return node.type?.startsWith("Whitespace") ?? false;
}

export function isKeyword(node: Node): boolean {
  return node.type?.startsWith("Keyword") ?? false;
}

/** Whether a node is a word of this very type, and one of these where some are given. */
export function matches(node: Node, type: TokenType, ...words: readonly string[]): boolean {
  return node.type === type && (words.length === 0 || words.includes(node.word));
}

/** Whether a node is a group or a word of exactly these kinds. */
export function isOneOf(
  node: Node | null,
  groups: readonly (Group | null)[],
  types: readonly (TokenType | null)[],
): boolean {
  if (node === null) return false;
  return node.group === null ? types.includes(node.type) : groups.includes(node.group);
}
