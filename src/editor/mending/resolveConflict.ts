import { commands, extensions, Range, Uri, window } from "vscode";

/** As much of the API of VS Code's own Git as is asked here. */
interface GitApi {
  getRepository(uri: Uri): { readonly state: { readonly mergeChanges: readonly { readonly uri: Uri }[] } } | null;
}

/** Opens a file with conflict markers in the merge editor, or, where Git is done with the merge, at the line. */
export async function resolveConflict(file: string, line: number): Promise<void> {
  const uri = Uri.file(file);
  const git = extensions.getExtension<{ getAPI(version: 1): GitApi }>("vscode.git")?.exports;
  const repository = git?.getAPI(1).getRepository(uri);
  if (repository?.state.mergeChanges.some((change) => change.uri.toString() === uri.toString())) {
    await commands.executeCommand("git.openMergeEditor", uri);
  } else await window.showTextDocument(uri, { selection: new Range(line, 0, line, 0) });
}
