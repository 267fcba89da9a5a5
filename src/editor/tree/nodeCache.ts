import type { Node } from "./nodes.ts";

/**
 * Keeps one object for each id: VS Code redraws the rows it was given, by identity, so a row that is read again
 * must be the same object with new contents.
 */
export class NodeCache {
  private readonly nodes = new Map<string, Node>();

  keep<T extends Node>(fresh: T): T {
    const known = this.nodes.get(fresh.id);
    if (known?.kind !== fresh.kind) {
      this.nodes.set(fresh.id, fresh);
      return fresh;
    }
    return Object.assign(known, fresh);
  }

  get(id: string): Node | undefined {
    return this.nodes.get(id);
  }

  /** Every kept row of a kind, for looking up what a change concerns. */
  *of<K extends Node["kind"]>(kind: K): Iterable<Extract<Node, { kind: K }>> {
    for (const node of this.nodes.values()) {
      if (node.kind === kind) yield node as Extract<Node, { kind: K }>;
    }
  }

  clear(): void {
    this.nodes.clear();
  }
}
