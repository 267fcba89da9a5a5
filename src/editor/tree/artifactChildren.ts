import type { ArtifactOwner } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";
import { noticeFact } from "./facts.ts";
import type { Node } from "./nodes.ts";

/** The files of a run or model below a folder of its artifacts, or one sentence why there are none. */
export async function artifactNodes(engine: Engine, parent: Node, owner: ArtifactOwner, path: string): Promise<Node[]> {
  const { folder, entries, reason, problems } = await engine.artifacts(owner, path);
  if (folder === null || entries.length === 0) {
    return [noticeFact(parent, reason ?? t("Nothing was logged here."))];
  }
  const faults = new Map(problems.map((found) => [found.file, found.reason]));
  const nodes: Node[] = entries.map((entry) => {
    const file = joinPath(folder, entry.name);
    const id = `artifact\n${parent.id}\n${entry.path}`;
    return entry.isFolder
      ? { kind: "folder", id, parent, owner, entry, file }
      : { kind: "file", id, parent, entry, file, fault: faults.get(entry.path) ?? null };
  });
  // What is wrong with the folder itself, such as that it holds more than is listed.
  const own = faults.get(path);
  return own === undefined ? nodes : [...nodes, noticeFact(parent, t("This folder {0}.", own))];
}

/** The engine answers with absolute paths of its own machine. */
export function joinPath(folder: string, name: string): string {
  const separator = folder.includes("\\") && !folder.includes("/") ? "\\" : "/";
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}
