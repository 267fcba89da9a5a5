import { type TreeView, commands as vscode } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import { Command, Context } from "../base/names.ts";
import type { RunsPanels } from "../runs/runsPanels.ts";
import type { Node } from "../tree/nodes.ts";
import type { Commands } from "./registry.ts";
import { chosen, runsOf } from "./selection.ts";

/**
 * Compare Selected Runs; the two steps of the Explorer, Select for Compare and Compare with Selected; Pin or Unpin and
 * Set as Baseline, which change the comparison in sight.
 */
export function registerCompare(
  commands: Commands,
  panels: RunsPanels,
  view: TreeView<Node>,
  pickRuns: () => Promise<readonly RunRef[]>,
): void {
  let waiting: RunRef[] = [];
  const refs = (clicked?: Node, selected?: readonly Node[]) =>
    runsOf(chosen(clicked, selected, view)).map(({ row }) => row.ref);
  commands.add(Command.compareSelected, (clicked?: Node, selected?: readonly Node[]) =>
    panels.compare(refs(clicked, selected)),
  );
  commands.add(Command.selectForCompare, async (clicked?: Node, selected?: readonly Node[]) => {
    waiting = refs(clicked, selected);
    await vscode.executeCommand("setContext", Context.comparing, waiting.length > 0);
  });
  commands.add(Command.compareWithSelected, (clicked?: Node, selected?: readonly Node[]) =>
    panels.compare([...waiting, ...refs(clicked, selected)]),
  );
  commands.add(Command.pin, async (clicked?: Node, selected?: readonly Node[]) => {
    const meant = refs(clicked, selected);
    const runs = meant.length > 0 ? meant : await pickRuns();
    if (runs.length > 0) await panels.togglePinned(runs);
  });
  commands.add(Command.setBaseline, async (clicked?: Node, selected?: readonly Node[]) => {
    const [ref] = refs(clicked, selected);
    if (ref !== undefined) await panels.setBaseline(ref);
  });
}
