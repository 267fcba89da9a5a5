import { join } from "node:path";
import { Range, Uri, WorkspaceEdit, workspace } from "vscode";
import { CONFIG_FILE } from "../../core/config/config.ts";
import { type ConfigValue, withEntry } from "../../core/config/edit.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";

/** One entry of one of the config's objects; `undefined` takes it out. */
export interface ConfigEntry {
  readonly section: "primaryMetrics" | "goals" | "filters" | "columnSets";
  readonly name: string;
  readonly value: ConfigValue | undefined;
}

/**
 * Writes entries into the config that speaks for a store, or into a new one in the workspace folder, as one edit that
 * can be undone, and has it read. Throws where the config holds no JSON object or VS Code refuses the edit.
 */
export async function writeConfig(engine: Engine, store: StoreRef, entries: readonly ConfigEntry[]): Promise<Uri> {
  // As it is now: a file that came and went at once is told by no watcher.
  await engine.configure();
  const found = await engine.config(store.key);
  const uri = Uri.file(found.file ?? join(store.base, CONFIG_FILE));
  const edit = new WorkspaceEdit();
  const document = found.file === null ? null : await workspace.openTextDocument(uri);
  if (document === null) {
    const text = changed("", entries);
    edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false });
  } else {
    edit.replace(uri, new Range(0, 0, document.lineCount, 0), changed(document.getText(), entries));
  }
  if (!(await workspace.applyEdit(edit))) throw new Error(t("{0} could not be changed.", CONFIG_FILE));
  await workspace.save(uri);
  // Somebody else wrote the file meanwhile: the change stays in its editor, where VS Code asks which of them counts.
  if (document?.isDirty === true) throw new Error(t("{0} could not be changed.", CONFIG_FILE));
  await engine.configure();
  return uri;
}

function changed(text: string, entries: readonly ConfigEntry[]): string {
  return entries.reduce((before, { section, name, value }) => withEntry(before, section, name, value), text);
}
