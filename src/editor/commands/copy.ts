import { env, type TreeView } from "vscode";
import { Command } from "../base/names.ts";
import type { EngineHost } from "../engineHost.ts";
import type { Node } from "../tree/nodes.ts";
import { filePath } from "./paths.ts";
import type { Commands } from "./registry.ts";
import { chosen } from "./selection.ts";

/** Copy ID, URI, Path and Value: one line for each row selected. */
export function registerCopy(commands: Commands, host: EngineHost, view: TreeView<Node>): void {
  const copy = (textOf: (node: Node) => string | null | Promise<string | null>) => {
    return async (clicked?: Node, selected?: readonly Node[]) => {
      const texts = await Promise.all(chosen(clicked, selected, view).map(textOf));
      const lines = texts.filter((text) => text !== null);
      if (lines.length > 0) await env.clipboard.writeText(lines.join("\n"));
    };
  };
  commands.add(Command.copyId, copy(idOf));
  commands.add(Command.copyUri, copy(uriOf));
  commands.add(
    Command.copyPath,
    copy((node) => filePath(host, node)),
  );
  commands.add(
    Command.copyValue,
    copy((node) => (node.kind === "fact" ? node.value : null)),
  );
}

function idOf(node: Node): string | null {
  if (node.kind === "run" || node.kind === "experiment") return node.row.id;
  if (node.kind !== "model") return null;
  if (node.owner.kind === "version") return `${node.owner.name}/${node.owner.version}`;
  return node.owner.kind === "model" ? node.owner.modelId : null;
}

/** As MLflow writes it in `mlflow.artifacts` and `mlflow.pyfunc.load_model`. */
function uriOf(node: Node): string | null {
  if (node.kind === "run") return `runs:/${node.row.id}`;
  if (node.kind === "registered") return `models:/${node.name}`;
  if (node.kind !== "model") return null;
  const { owner } = node;
  if (owner.kind === "version") return `models:/${owner.name}/${owner.version}`;
  return owner.kind === "model" ? `models:/${owner.modelId}` : null;
}
