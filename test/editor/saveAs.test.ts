import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands, Uri, window } from "vscode";
import { Command } from "../../src/editor/base/names.ts";
import type { Api } from "../../src/editor/extension.ts";
import type { Node } from "../../src/editor/tree/nodes.ts";
import { activeApi, experimentsOf } from "./api.ts";
import { instead, picking } from "./stubs.ts";

describe("Save As…", () => {
  let api: Api;
  let target = "";
  before(async () => {
    api = await activeApi();
    target = mkdtempSync(join(tmpdir(), "mlflow-runs-save-"));
  });
  after(() => rmSync(target, { recursive: true, force: true }));

  /** The first row below these for which something holds, however deep among artifacts. */
  async function find(nodes: readonly Node[], holds: (node: Node) => boolean): Promise<Node | null> {
    for (const node of nodes) {
      if (holds(node)) return node;
      if (node.kind === "fact" || node.kind === "file" || node.kind === "more") continue;
      const found = await find(await api.tree.getChildren(node), holds);
      if (found !== null) return found;
    }
    return null;
  }

  async function inTree(holds: (node: Node) => boolean): Promise<Node> {
    const found = await find(await experimentsOf(api), holds);
    assert.ok(found, "the tree has such a row");
    return found;
  }

  it("copies a file to the name that is given", async () => {
    const file = await inTree((node) => node.kind === "file" && (node.entry.size ?? 0) > 0);
    assert.ok(file.kind === "file");
    const copy = join(target, "copy of it");
    await instead(
      window,
      "showSaveDialog",
      async () => Uri.file(copy),
      () => commands.executeCommand(Command.saveAs, file),
    );
    assert.deepEqual(readFileSync(copy), readFileSync(file.file));
  });

  it("copies a folder below the one that is picked", async () => {
    const folder = await inTree((node) => node.kind === "folder");
    assert.ok(folder.kind === "folder");
    await instead(window, "showOpenDialog", picking(target) as typeof window.showOpenDialog, () =>
      commands.executeCommand(Command.saveAs, folder),
    );
    assert.deepEqual(filesIn(join(target, folder.entry.name)), filesIn(folder.file));
  });

  it("copies a logged model under its name", async () => {
    const file = await inTree((node) => node.kind === "file" && node.parent?.kind === "model");
    const model = file.parent;
    assert.ok(model?.kind === "model");
    const { folder } = await api.engine().artifacts(model.owner, "");
    await instead(window, "showOpenDialog", picking(target) as typeof window.showOpenDialog, () =>
      commands.executeCommand(Command.saveAs, model),
    );
    assert.ok(filesIn(join(target, model.label)).length > 0);
    assert.deepEqual(filesIn(join(target, model.label)), filesIn(folder ?? ""));
  });

  it("says why there is nothing to copy", async () => {
    const notices = await inTree(
      (node) => node.kind === "fact" && node.fact === "notice" && node.parent?.kind === "model",
    );
    const said: string[] = [];
    const say = async (message: string) => void said.push(message);
    await instead(window, "showInformationMessage", say as typeof window.showInformationMessage, () =>
      commands.executeCommand(Command.saveAs, notices.parent),
    );
    assert.equal(notices.kind === "fact" && notices.value, said[0]);
  });

  it("does nothing where the dialog is closed", async () => {
    const before = readdirSync(target);
    const folder = await inTree((node) => node.kind === "folder");
    await instead(
      window,
      "showOpenDialog",
      async () => undefined,
      () => commands.executeCommand(Command.saveAs, folder),
    );
    assert.deepEqual(readdirSync(target), before);
  });

  it("leaves what stands in the way as it is, and says so", async () => {
    const folder = await inTree((node) => node.kind === "folder");
    assert.ok(folder.kind === "folder");
    const said: string[] = [];
    const say = async (message: string) => void said.push(message);
    await instead(window, "showErrorMessage", say as typeof window.showErrorMessage, () =>
      instead(window, "showOpenDialog", picking(target) as typeof window.showOpenDialog, () =>
        commands.executeCommand(Command.saveAs, folder),
      ),
    );
    assert.equal(said.length, 1);
    assert.match(said[0] ?? "", /exists/);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}
