import { Uri, window, workspace } from "vscode";
import { fileName } from "../../core/model/fileName.ts";

/** Asks where a file that a page made is to be kept, and writes it there; the page's name for it is a proposal. */
export async function saveFile(name: string, bytes: Uint8Array): Promise<void> {
  const [, stem = name, extension = "txt"] = /^(.*)\.([a-z0-9]{1,8})$/is.exec(name) ?? [];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    filters: { [extension.toUpperCase()]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, fileName(stem, extension)) }),
  });
  if (target !== undefined) await workspace.fs.writeFile(target, bytes);
}
