import type { ArtifactEntry, ArtifactOwner } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";
import { noticeFact } from "./facts.ts";
import type { FileNode, FolderNode, Node } from "./nodes.ts";

/** The files of a run or model below a folder of its artifacts, or one sentence why there are none. */
export async function artifactNodes(engine: Engine, parent: Node, owner: ArtifactOwner, path: string): Promise<Node[]> {
  const { folder, entries, reason } = await engine.artifacts(owner, path);
  if (folder === null || entries.length === 0) {
    return [noticeFact(parent, reason ?? t("Nothing was logged here."))];
  }
  return entries.map((entry) => entryNode(parent, owner, entry, joinPath(folder, entry.name)));
}

function entryNode(parent: Node, owner: ArtifactOwner, entry: ArtifactEntry, file: string): FolderNode | FileNode {
  const id = `artifact\n${parent.id}\n${entry.path}`;
  return entry.isFolder
    ? { kind: "folder", id, parent, owner, entry, file }
    : { kind: "file", id, parent, entry, file };
}

/** The engine answers with absolute paths of its own machine. */
export function joinPath(folder: string, name: string): string {
  const separator = folder.includes("\\") && !folder.includes("/") ? "\\" : "/";
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}
