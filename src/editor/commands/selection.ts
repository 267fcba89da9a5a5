import type { TreeView } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import type { Node, RunNode } from "../tree/nodes.ts";

/** What a command acts on: all that is selected where the row clicked is one of them, else that row alone. */
export function chosen(clicked: Node | undefined, selected: readonly Node[] | undefined, view: TreeView<Node>): Node[] {
  if (clicked === undefined) return [...view.selection];
  return selected?.includes(clicked) === true ? [...selected] : [clicked];
}

export function runsOf(nodes: readonly Node[]): RunNode[] {
  return nodes.filter((node) => node.kind === "run");
}

/** The run of a row: itself, or the one that made a model version. */
export function refOf(node: Node): RunRef | null {
  if (node.kind === "run") return node.row.ref;
  return node.kind === "model" ? node.run : null;
}
