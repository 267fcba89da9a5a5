import { commands, Uri } from "vscode";
import type { OwnedFile } from "../../core/model/comparedFiles.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";

/** Opens an artifact in its own editor; the engine finds nothing but artifacts of stores that are open. */
export async function openArtifact(engine: Engine, { owner, path }: OwnedFile): Promise<void> {
  const file = await fileOf(engine, { owner, path });
  await commands.executeCommand("vscode.open", file);
}

/** Opens two artifacts in the editor's own diff, under the labels of their runs. */
export async function diffArtifacts(
  engine: Engine,
  left: OwnedFile,
  right: OwnedFile,
  labels: readonly [left: string, right: string],
): Promise<void> {
  const [before, after] = await Promise.all([fileOf(engine, left), fileOf(engine, right)]);
  const name = right.path.slice(right.path.lastIndexOf("/") + 1);
  const title = t("{0} ({1} ↔ {2})", name, ...labels);
  await commands.executeCommand("vscode.diff", before, after, title, { preview: true });
}

async function fileOf(engine: Engine, { owner, path }: OwnedFile): Promise<Uri> {
  const found = await engine.artifact(owner, path);
  if (found === null || found.isFolder) throw new Error(t("This file is no longer there."));
  return Uri.file(found.file);
}
