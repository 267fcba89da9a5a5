import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ConfigurationTarget, commands, window, workspace } from "vscode";
import { Command } from "../../src/editor/base/names.ts";
import { SaidGoals } from "../../src/editor/config/saidGoals.ts";
import type { Api } from "../../src/editor/extension.ts";
import { WorkspaceStores } from "../../src/editor/stores/workspaceStores.ts";
import { activeApi, eventually, experimentsOf } from "./api.ts";
import { instead, picking } from "./stubs.ts";

describe("the stores of a workspace", () => {
  let api: Api;
  let folder = "";
  let store = "";
  before(async () => {
    api = await activeApi();
    folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
    // A folder is not copied into itself.
    store = join(mkdtempSync(join(tmpdir(), "mlflow-runs-copy-")), "mlruns");
    cpSync(join(folder, "mlruns"), store, { recursive: true });
  });
  after(() => rmSync(dirname(store), { recursive: true, force: true }));
  afterEach(async () => {
    for (const name of ["other", "mlruns/mlruns"]) rmSync(join(folder, name), { recursive: true, force: true });
    await commands.executeCommand(Command.refresh);
    await api.stores.ready();
  });

  const labels = () => api.stores.all.map(({ label }) => label).sort();
  const storeRows = async () => (await api.tree.getChildren()).filter((node) => node.kind === "store");

  it("are shown a level each where there are several, one inside another too", async () => {
    cpSync(store, join(folder, "other", "mlruns"), { recursive: true });
    cpSync(store, join(folder, "mlruns", "mlruns"), { recursive: true });
    await commands.executeCommand(Command.refresh);
    await api.engine().settled();
    assert.deepEqual(labels(), ["mlruns", "mlruns/mlruns", "other/mlruns"]);
    const rows = await storeRows();
    assert.deepEqual(rows.map(({ row }) => row.label).sort(), labels());
    const runs = rows.map(({ row }) => row.runs);
    assert.ok((runs[0] ?? 0) > 0);
    assert.equal(new Set(runs).size, 1, "each has its own runs and no other's");
  });

  it("keep runs of one id in two stores apart", async () => {
    cpSync(store, join(folder, "other", "mlruns"), { recursive: true });
    await commands.executeCommand(Command.refresh);
    await api.engine().settled();
    const ids = new Set<string>();
    let seen = 0;
    for (const experiment of await experimentsOf(api)) {
      for (const node of await api.tree.getChildren(experiment)) {
        if (node.kind !== "run") continue;
        seen++;
        ids.add(node.id);
      }
    }
    assert.equal(ids.size, seen);
    assert.ok(seen > 2);
  });

  it("are found again when one appears and when it goes", async () => {
    cpSync(store, join(folder, "mlruns", "mlruns"), { recursive: true });
    await commands.executeCommand(Command.refresh);
    assert.equal(api.stores.all.length, 2);
    rmSync(join(folder, "mlruns", "mlruns"), { recursive: true });
    await commands.executeCommand(Command.refresh);
    assert.deepEqual(labels(), ["mlruns"]);
    assert.equal((await storeRows()).length, 0);
  });

  it("are ready only once the latest look has ended, whatever look it overtook", async () => {
    const log = { info: () => undefined, error: () => undefined };
    const stores = new WorkspaceStores(
      api.host,
      undefined,
      new SaidGoals({ get: () => undefined, update: async () => undefined }),
      log as unknown as ConstructorParameters<typeof WorkspaceStores>[3],
    );
    void stores.look();
    const ready = stores.ready();
    void stores.look();
    await ready;
    assert.equal(stores.all.length, 1);
    stores.dispose();
    await api.stores.look();
  });
});

describe("Add Store…", () => {
  let api: Api;
  let elsewhere = "";
  const setting = () => workspace.getConfiguration("mlflowRuns");
  const target = () => (workspace.isTrusted ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
  before(async () => {
    api = await activeApi();
    elsewhere = mkdtempSync(join(tmpdir(), "mlflow-runs-elsewhere-"));
    const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
    cpSync(join(folder, "mlruns"), join(elsewhere, "runs of others"), { recursive: true });
  });
  after(async () => {
    await setting().update("stores", undefined, target());
    await api.stores.look();
    rmSync(elsewhere, { recursive: true, force: true });
  });

  const add = (...paths: string[]) =>
    instead(window, "showOpenDialog", picking(...paths) as typeof window.showOpenDialog, () =>
      commands.executeCommand(Command.addStore),
    );

  it("opens a folder outside of the workspace and remembers it", async () => {
    const path = join(elsewhere, "runs of others");
    await add(path);
    await eventually("the store", () => api.stores.all.find(({ key }) => key === path));
    assert.deepEqual(setting().get("stores"), [path]);
    const nodes = await api.tree.getChildren();
    assert.ok(nodes.some((node) => node.kind === "store" && node.row.key === path));
  });

  it("says so where there is no store", async () => {
    const said: string[] = [];
    const say = async (message: string) => void said.push(message);
    await instead(window, "showWarningMessage", say as typeof window.showWarningMessage, () => add(tmpdir()));
    assert.deepEqual(said, ["No MLflow store was found there."]);
  });

  it("does nothing where the dialog is closed", async () => {
    const before = setting().get("stores");
    await instead(
      window,
      "showOpenDialog",
      async () => undefined,
      () => commands.executeCommand(Command.addStore),
    );
    assert.deepEqual(setting().get("stores"), before);
  });
});
