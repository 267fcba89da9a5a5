import { type QuickPickItem, type TreeView, window } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import type { KeyValue } from "../../core/model/text.ts";
import type { RunRow } from "../../core/model/views.ts";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import type { Commands } from "../commands/registry.ts";
import type { EngineHost } from "../engineHost.ts";
import { printable } from "../tree/markdown.ts";
import type { Node } from "../tree/nodes.ts";
import { applyEdit } from "./applyEdit.ts";
import type { NoteFiles } from "./noteFiles.ts";

/** What the commands are given: a row of the tree, a run's place, or nothing where the palette called. */
type Given = Node | RunRef | undefined;

/** Rename…, Edit Note…, Set Tag… and Remove Tag…: each changes one run. */
export function registerEditing(commands: Commands, host: EngineHost, notes: NoteFiles, view: TreeView<Node>): void {
  const one = (work: (row: RunRow, given: Given) => Promise<unknown>) => async (given: Given) => {
    const row = await rowOf(host, given ?? view.selection[0]);
    if (row === null) void window.showInformationMessage(t("Select a run first."));
    else await work(row, given);
  };
  commands.add(
    Command.rename,
    one(async (row) => rename(host, row)),
  );
  commands.add(
    Command.editNote,
    one((row) => notes.edit(row)),
  );
  commands.add(
    Command.setTag,
    one((row, given) => setTag(host, row, tagOf(given))),
  );
  commands.add(
    Command.removeTag,
    one((row, given) => removeTag(host, row, tagOf(given))),
  );
}

/** The run that is meant: itself, or the one that a tag belongs to. */
async function rowOf(host: EngineHost, given: Given): Promise<RunRow | null> {
  if (given === undefined) return null;
  if (!("kind" in given)) return (await host.engine.run(given))?.row ?? null;
  for (let node: Node | null = given; node !== null; node = node.parent) if (node.kind === "run") return node.row;
  return null;
}

function tagOf(given: Given): string | null {
  return given !== undefined && "kind" in given && given.kind === "fact" && given.fact === "tag" ? given.key : null;
}

async function rename(host: EngineHost, row: RunRow): Promise<void> {
  const name = await window.showInputBox({
    title: t("Rename {0}", printable(row.label)),
    value: row.name ?? "",
    validateInput: (text) => (text.trim() === "" ? t("A run’s name cannot be empty.") : null),
  });
  if (name === undefined || name === row.name) return;
  await applyEdit(host.engine, row.ref, { kind: "rename", name }, t("Renamed to {0}.", printable(name)));
}

async function setTag(host: EngineHost, row: RunRow, known: string | null): Promise<void> {
  const key = known ?? (await askKey(host, row));
  if (key === undefined || key === "") return;
  const before = (await tagsOf(host, row)).find((tag) => tag.key === key)?.value;
  const title = t("Value of the tag {0}", printable(key));
  const value = await window.showInputBox({ title, value: before ?? "" });
  if (value === undefined || value === before) return;
  await applyEdit(host.engine, row.ref, { kind: "set-tag", key, value }, t("Tag {0} is set.", printable(key)));
}

async function removeTag(host: EngineHost, row: RunRow, known: string | null): Promise<void> {
  const key = known ?? (await pickTag(await tagsOf(host, row)));
  if (key === undefined) return;
  await applyEdit(host.engine, row.ref, { kind: "remove-tag", key }, t("Tag {0} is removed.", printable(key)));
}

/** Tags that MLflow keeps for itself are not offered. */
async function tagsOf(host: EngineHost, row: RunRow): Promise<readonly KeyValue[]> {
  const tags = (await host.engine.run(row.ref))?.tags ?? [];
  return tags.filter(({ key }) => !key.startsWith("mlflow."));
}

async function askKey(host: EngineHost, row: RunRow): Promise<string | undefined> {
  return window.showInputBox({
    title: t("Set a tag of {0}", printable(row.label)),
    placeHolder: t("Key, such as reviewed or team"),
    value: (await tagsOf(host, row))[0]?.key ?? "",
  });
}

async function pickTag(tags: readonly KeyValue[]): Promise<string | undefined> {
  if (tags.length === 0) {
    void window.showInformationMessage(t("The run has no tags of its own."));
    return undefined;
  }
  const items = tags.map(({ key, value }): QuickPickItem & { readonly key: string } => {
    return { label: printable(key), description: printable(value), key };
  });
  return (await window.showQuickPick(items, { placeHolder: t("Which tag is removed?") }))?.key;
}
