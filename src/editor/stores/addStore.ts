import { isAbsolute, relative } from "node:path";
import { ConfigurationTarget, type Uri, window, workspace } from "vscode";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import { settings } from "../base/settings.ts";
import type { Commands } from "../commands/registry.ts";
import type { EngineHost } from "../engineHost.ts";
import type { RunsTree } from "../tree/runsTree.ts";
import type { WorkspaceStores } from "./workspaceStores.ts";

/** Add Store… writes the setting `mlflowRuns.stores`; Refresh looks for stores again and reads what differs. */
export function registerStoreCommands(
  commands: Commands,
  host: EngineHost,
  stores: WorkspaceStores,
  tree: RunsTree,
): void {
  commands.add(Command.addStore, () => addStore(stores));
  commands.add(Command.refresh, async () => {
    await stores.look();
    if (host.started) await host.engine.refresh();
    tree.redrawAll();
  });
}

async function addStore(stores: WorkspaceStores): Promise<void> {
  const home = workspace.workspaceFolders?.[0]?.uri;
  const picked = await window.showOpenDialog({
    title: t("Add a Folder with Runs, or an mlflow.db"),
    openLabel: t("Add Store"),
    canSelectFiles: true,
    canSelectFolders: true,
    canSelectMany: true,
    ...(home === undefined ? {} : { defaultUri: home }),
  });
  if (picked === undefined) return;
  const before = stores.all.length;
  // What a workspace that is not trusted says of stores is not followed.
  const shared = home !== undefined && workspace.isTrusted;
  const added = picked.map((uri) => (shared ? entryOf(uri) : uri.fsPath));
  const target = shared ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  const entries = [...new Set([...settings().stores, ...added])];
  await workspace.getConfiguration("mlflowRuns").update("stores", entries, target);
  await stores.look();
  if (stores.all.length === before) void window.showWarningMessage(t("No MLflow store was found there."));
}

/** Relative below the workspace folder, so that the setting can be shared. */
function entryOf(uri: Uri): string {
  const folder = workspace.getWorkspaceFolder(uri);
  const path = folder === undefined ? "" : relative(folder.uri.fsPath, uri.fsPath);
  return path === "" || path.startsWith("..") || isAbsolute(path) ? uri.fsPath : path.replaceAll("\\", "/");
}
