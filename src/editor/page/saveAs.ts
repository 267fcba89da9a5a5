import { FileType, Uri, window, workspace } from "vscode";
import { t } from "../base/l10n.ts";

/** Copies a file or a folder to where the user says; a folder is asked for its new parent. */
export async function saveAs(source: Uri, name: string): Promise<void> {
  const isFolder = ((await workspace.fs.stat(source)).type & FileType.Directory) !== 0;
  const target = isFolder ? await folderTarget(name) : await fileTarget(name);
  if (target === undefined) return;
  await workspace.fs.copy(source, target, { overwrite: !isFolder });
}

function home(): Uri | undefined {
  return workspace.workspaceFolders?.[0]?.uri;
}

async function fileTarget(name: string): Promise<Uri | undefined> {
  const folder = home();
  return window.showSaveDialog(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) });
}

async function folderTarget(name: string): Promise<Uri | undefined> {
  const folder = home();
  const picked = await window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    openLabel: t("Save {0} Here", name),
    ...(folder === undefined ? {} : { defaultUri: folder }),
  });
  const parent = picked?.[0];
  return parent === undefined ? undefined : Uri.joinPath(parent, name);
}
