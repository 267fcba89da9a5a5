import { type TreeView, commands as vscode } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import { Command, Context } from "../base/names.ts";
import type { ComparePanels } from "../runs/comparePanels.ts";
import type { Node } from "../tree/nodes.ts";
import type { Commands } from "./registry.ts";
import { chosen, runsOf } from "./selection.ts";

/** Compare Selected Runs, and the two steps of the Explorer: Select for Compare, Compare with Selected. */
export function registerCompare(commands: Commands, panels: ComparePanels, view: TreeView<Node>): void {
  let waiting: RunRef[] = [];
  const refs = (clicked?: Node, selected?: readonly Node[]) =>
    runsOf(chosen(clicked, selected, view)).map(({ row }) => row.ref);
  commands.add(Command.compareSelected, (clicked?: Node, selected?: readonly Node[]) =>
    panels.open(refs(clicked, selected)),
  );
  commands.add(Command.selectForCompare, async (clicked?: Node, selected?: readonly Node[]) => {
    waiting = refs(clicked, selected);
    await vscode.executeCommand("setContext", Context.comparing, waiting.length > 0);
  });
  commands.add(Command.compareWithSelected, (clicked?: Node, selected?: readonly Node[]) =>
    panels.open([...waiting, ...refs(clicked, selected)]),
  );
}
