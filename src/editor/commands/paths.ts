import { join } from "node:path";
import type { EngineHost } from "../engineHost.ts";
import type { Node } from "../tree/nodes.ts";

/** The file or folder that a row stands for; for what lies in a database, the database. */
export async function filePath(host: EngineHost, node: Node): Promise<string | null> {
  switch (node.kind) {
    case "file":
    case "folder":
      return node.file;
    case "store":
      return node.row.key;
    case "experiment":
      return inStore(host, node.row.store, node.row.folder);
    case "run":
      return inStore(host, node.row.ref.store, node.row.ref.experiment, node.row.ref.run);
    case "model":
      return (await host.engine.artifacts(node.owner, "")).folder;
    default:
      return null;
  }
}

async function inStore(host: EngineHost, store: string, ...segments: string[]): Promise<string> {
  const row = (await host.engine.stores()).find(({ key }) => key === store);
  return row?.kind === "sqlite" ? store : join(store, ...segments);
}
