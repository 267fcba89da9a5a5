import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commands, Uri, window, workspace } from "vscode";
import type { RunRef } from "../../src/core/model/run.ts";
import { Command, NOTE_SCHEME } from "../../src/editor/base/names.ts";
import type { Api } from "../../src/editor/extension.ts";
import type { RunNode } from "../../src/editor/tree/nodes.ts";
import { activeApi, eventually, findRun } from "./api.ts";

describe("changing a run", () => {
  let api: Api;
  let node: RunNode;
  let ref: RunRef;
  const file = (...path: string[]) => join(ref.store, ref.experiment, ref.run, ...path);

  before(async () => {
    api = await activeApi();
    node = await findRun(api, ({ row }) => row.status === "finished" && row.lifecycle === "active");
    ref = node.row.ref;
  });
  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("writes a note that is saved in an editor of its own, in a trusted window only", async () => {
    const note = file("tags", "mlflow.note.content");
    const before = existsSync(note) ? readFileSync(note, "utf8") : null;
    await commands.executeCommand(Command.editNote, node);
    const editor = await eventually("the note", () =>
      window.activeTextEditor?.document.uri.scheme === NOTE_SCHEME ? window.activeTextEditor : null,
    );
    assert.equal(editor.document.languageId, "markdown");
    assert.equal(editor.document.getText(), before ?? "");
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), "# Größe\n"));
    const saved = await editor.document.save();
    assert.equal(saved, workspace.isTrusted);
    if (workspace.isTrusted) {
      assert.equal(readFileSync(note, "utf8"), `# Größe\n${before ?? ""}`);
      await commands.executeCommand("undo");
      assert.equal(await editor.document.save(), true);
      assert.equal(existsSync(note) ? readFileSync(note, "utf8") : null, before);
    } else {
      assert.equal(existsSync(note) ? readFileSync(note, "utf8") : null, before);
      await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    }
  });

  it("leaves the run alone where the new name is not confirmed", async () => {
    const meta = readFileSync(file("meta.yaml"), "utf8");
    const done = commands.executeCommand(Command.rename, node);
    await new Promise((shown) => setTimeout(shown, 300));
    await commands.executeCommand("workbench.action.closeQuickOpen");
    await done;
    assert.equal(readFileSync(file("meta.yaml"), "utf8"), meta);
  });

  it("shows no note of what is no run", async () => {
    const nowhere = Uri.from({ scheme: NOTE_SCHEME, path: "/x.md", query: "store=a&experiment=b&run=c" });
    await assert.rejects(async () => workspace.fs.readFile(nowhere));
  });
});
