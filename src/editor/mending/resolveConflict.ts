import { commands, extensions, Range, Uri, window } from "vscode";

/** As much of VS Code's own Git as is asked here; its API throws where Git is switched off. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): {
    getRepository(uri: Uri): { readonly state: { readonly mergeChanges: readonly { readonly uri: Uri }[] } } | null;
  };
}

/** Opens a file with conflict markers in the merge editor, or, where Git is done with the merge, at the line. */
export async function resolveConflict(file: string, line: number): Promise<void> {
  const uri = Uri.file(file);
  const git = extensions.getExtension<GitExtension>("vscode.git");
  const repository = git?.isActive && git.exports.enabled ? git.exports.getAPI(1).getRepository(uri) : null;
  if (repository?.state.mergeChanges.some((change) => change.uri.toString() === uri.toString())) {
    await commands.executeCommand("git.openMergeEditor", uri);
  } else await window.showTextDocument(uri, { selection: new Range(line, 0, line, 0) });
}
