import { type Group, isSpace, type Node } from "./node.ts";

/** Groups nested deeper than this are refused, as MLflow's parser does. */
const MOST_DEPTH = 100;

/** Nothing can be said of a text that is nested so deep. */
export class TooDeep extends Error {}

/** Groups that begin and end with their own brackets or words, which never become part of something inside. */
const DELIMITED: readonly (Group | null)[] = ["Parenthesis", "SquareBrackets", "Case", "If", "For", "Begin"];

export function groupOf(group: Group, children: Node[]): Node {
  const from = children[0]?.from ?? 0;
  return { type: null, group, from, to: children.at(-1)?.to ?? from, word: "", children };
}

/** Puts children `[from, to]` into one group in their place; with `extend`, into the first of them if it is such a group. */
export function join(parent: Node, group: Group | null, from: number, to: number, extend = false): Node {
  const first = parent.children[from];
  const inside = parent.children.slice(from, to + 1);
  // A null group stands for any.
  if (extend && first && first.group !== null && (group === null || first.group === group)) {
    parent.children.splice(from + 1, to - from);
    first.children.push(...inside.slice(1));
    first.to = inside.at(-1)?.to ?? first.to;
    return first;
  }
  const made = groupOf(group ?? "Statement", inside);
  parent.children.splice(from, to - from + 1, made);
  return made;
}

/** The next child that fits, from an index on; -1 where there is none. */
export function findFrom(parent: Node, from: number, fits: (node: Node) => boolean): number {
  for (let i = from; i < parent.children.length; i++) {
    const child = parent.children[i];
    if (child && fits(child)) return i;
  }
  return -1;
}

export function nextWord(parent: Node, at: number): number {
  return findFrom(parent, at + 1, (node) => !isSpace(node));
}

export function previousWord(parent: Node, at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    const child = parent.children[i];
    if (child && !isSpace(child)) return i;
  }
  return -1;
}

/** Does something to every group from the inside out; not to groups of one kind, nor inside them. */
export function recurse(node: Node, except: Group | null, visit: (parent: Node) => void, depth = 0): void {
  if (depth > MOST_DEPTH) throw new TooDeep();
  // Children that a visit adds are visited too, as they stand before their elder siblings' end.
  for (const child of node.children) {
    if (child.group !== null && child.group !== except) recurse(child, except, visit, depth + 1);
  }
  visit(node);
}

/** How a word joins what stands before and behind it into a group. */
export interface Joint {
  readonly group: Group;
  readonly joins: (node: Node) => boolean;
  readonly before: (node: Node, list: Node) => boolean;
  readonly after: (node: Node | null) => boolean;
  /** Places of the first and last member. */
  readonly span: (list: Node, before: number, at: number, after: number) => readonly [number, number];
  /** Whether a group of the same kind before the word takes it in. */
  readonly extends: boolean;
  /** Whether groups are looked into first; false where only the list itself is. */
  readonly recurses?: false;
}

/**
 * Joins members from left to right. What was behind a joining word is looked at again as if it stood before the next
 * one: that is how MLflow's parser reads `a = 1 = 2`, and the reason why this is not simpler.
 */
export function joinAround(list: Node, joint: Joint, depth = 0): void {
  if (depth > MOST_DEPTH) throw new TooDeep();
  let gone = 0;
  let before: Node | null = null;
  let beforeAt = -1;
  const nodes = [...list.children];
  for (const [i, node] of nodes.entries()) {
    const at = i - gone;
    if (at < 0 || isSpace(node)) continue;
    if (joint.recurses !== false && node.group !== null && node.group !== joint.group) {
      joinAround(node, joint, depth + 1);
    }
    const span = before !== null && joint.joins(node) ? spanOf(list, joint, before, beforeAt, at) : null;
    if (span) {
      before = join(list, joint.group, span[0], span[1], joint.extends);
      beforeAt = span[0];
      gone += span[1] - span[0];
    } else {
      before = node;
      beforeAt = at;
    }
  }
}

function spanOf(
  list: Node,
  joint: Joint,
  before: Node,
  beforeAt: number,
  at: number,
): readonly [number, number] | null {
  const afterAt = nextWord(list, at);
  const after = list.children[afterAt] ?? null;
  if (!joint.before(before, list) || !joint.after(after)) return null;
  if (isDelimiter(list, before) || isDelimiter(list, after)) return null;
  return joint.span(list, beforeAt, at, afterAt);
}

function isDelimiter(list: Node, node: Node | null): boolean {
  return (
    node !== null && DELIMITED.includes(list.group) && (node === list.children[0] || node === list.children.at(-1))
  );
}
