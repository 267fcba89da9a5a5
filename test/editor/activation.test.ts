import assert from "node:assert/strict";
import { commands, extensions, workspace } from "vscode";
import { Command } from "../../src/editor/base/names.ts";
import { activeApi } from "./api.ts";

describe("activation", () => {
  it("takes at most 50 ms of the processor", async () => {
    const { activationMs } = await activeApi();
    console.log(`activate() took ${activationMs.toFixed(1)} ms`);
    assert.ok(activationMs <= 50, `${activationMs} ms`);
  });

  it("registers the commands of package.json and no others", async () => {
    await activeApi();
    const registered = (await commands.getCommands(true)).filter((id) => Object.values<string>(Command).includes(id));
    const declared = extensions.getExtension("mlflow-runs.mlflow-runs")?.packageJSON.contributes.commands;
    assert.deepEqual(registered.sort(), declared.map(({ command }: { command: string }) => command).sort());
  });

  it("finds the store of the workspace, trusted or not", async () => {
    const api = await activeApi();
    const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
    assert.ok(api.stores.all.some(({ key, base }) => key.startsWith(folder) && base === folder));
  });
});
