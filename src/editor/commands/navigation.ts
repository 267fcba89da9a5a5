import { commands, type TreeView, Uri, window } from "vscode";
import type { ArtifactOwner } from "../../core/model/views.ts";
import { Command } from "../base/names.ts";
import type { EngineHost } from "../engineHost.ts";
import { openRef } from "../page/openRun.ts";
import { saveAs } from "../page/saveAs.ts";
import type { FileNode, FolderNode, ModelNode, MoreNode, Node, SectionNode } from "../tree/nodes.ts";
import type { RunsTree } from "../tree/runsTree.ts";
import { filePath } from "./paths.ts";
import type { Commands } from "./registry.ts";
import { chosen, refOf } from "./selection.ts";

/** Open, Open to the Side, Reveal in Explorer, Save As…, Show More. */
export function registerNavigation(
  commandsOfOurs: Commands,
  host: EngineHost,
  tree: RunsTree,
  view: TreeView<Node>,
): void {
  const open = (toSide: boolean) => async (clicked?: Node, selected?: readonly Node[]) => {
    const nodes = chosen(clicked, selected, view);
    for (const node of nodes) await openNode(host, node, toSide, nodes.length === 1 && !toSide);
  };
  commandsOfOurs.add(Command.open, open(false));
  commandsOfOurs.add(Command.openToSide, open(true));
  commandsOfOurs.add(Command.revealInExplorer, async (node: Node) => {
    const path = await filePath(host, node);
    if (path !== null) await commands.executeCommand("revealInExplorer", Uri.file(path));
  });
  commandsOfOurs.add(Command.saveAs, (node: FileNode | FolderNode | ModelNode | SectionNode) => save(host, node));
  commandsOfOurs.add(Command.showMore, (node: MoreNode) => tree.showMore(node));
}

async function openNode(host: EngineHost, node: Node, toSide: boolean, preview: boolean): Promise<void> {
  const ref = refOf(node);
  if (ref !== null) await openRef(host.engine, ref, { toSide, preview });
  else if (node.kind === "file" && node.fault === null) {
    await commands.executeCommand("vscode.open", Uri.file(node.file), { viewColumn: toSide ? -2 : -1, preview });
  }
}

async function save(host: EngineHost, node: FileNode | FolderNode | ModelNode | SectionNode): Promise<void> {
  if (node.kind === "file" || node.kind === "folder") return saveAs(Uri.file(node.file), node.entry.name);
  const owner = ownerOf(node);
  if (owner === null) return;
  const { folder, reason } = await host.engine.artifacts(owner, "");
  if (folder !== null) await saveAs(Uri.file(folder), node.kind === "model" ? node.label : "artifacts");
  else if (reason !== null) void window.showInformationMessage(reason);
}

function ownerOf(node: ModelNode | SectionNode): ArtifactOwner | null {
  if (node.kind === "model") return node.owner;
  return node.parent.kind === "run" ? { kind: "run", ref: node.parent.row.ref } : null;
}
