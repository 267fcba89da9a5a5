import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CodeAction,
  commands,
  type Diagnostic,
  languages,
  type QuickPickItem,
  Uri,
  window,
  workspace,
} from "vscode";
import { Command } from "../../src/editor/base/names.ts";
import type { Api } from "../../src/editor/extension.ts";
import { activeApi, eventually } from "./api.ts";
import { instead } from "./stubs.ts";

const EXPERIMENT = "987654322";
const RUN = "f1".repeat(16);
const TORN = "1700000000000 0.5 0\n1700000000001 0.4 1\n1700";
const CUT = "1700000000000 0.5 0\n1700000000001 0.4 1\n";

describe("mending", () => {
  let api: Api;
  let folder = "";
  const run = (...path: string[]) => join(folder, RUN, ...path);

  before(async () => {
    api = await activeApi();
    const store = api.stores.all.find(({ kind }) => kind === "file");
    assert.ok(store);
    folder = join(store.key, EXPERIMENT);
  });
  beforeEach(async () => {
    for (const name of ["metrics", "params", "artifacts"]) mkdirSync(run(name), { recursive: true });
    const experiment = `artifact_location: x\nexperiment_id: '${EXPERIMENT}'\nlifecycle_stage: active\nname: mended\n`;
    writeFileSync(join(folder, "meta.yaml"), experiment);
    const meta = [`run_id: ${RUN}`, `experiment_id: '${EXPERIMENT}'`, "lifecycle_stage: active", "run_name: torn"];
    meta.push("start_time: 1700000000000", "end_time: 1700000001000", "status: 3", "artifact_uri: x", "user_id: u");
    writeFileSync(run("meta.yaml"), `${meta.join("\n")}\n`);
    writeFileSync(run("metrics", "rmse"), TORN);
    await commands.executeCommand(Command.refresh);
    await api.engine().settled();
  });
  afterEach(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    rmSync(folder, { recursive: true, force: true });
    await commands.executeCommand(Command.refresh);
  });

  /** Answers what is asked: which fixes, then whether they are wanted; what was offered is kept. */
  function answering(pick: (label: string) => boolean, isWanted: boolean) {
    const offered: QuickPickItem[][] = [];
    const showQuickPick = async (items: readonly QuickPickItem[], options: { canPickMany?: boolean }) => {
      offered.push([...items]);
      if (options.canPickMany) return items.filter(({ label }) => pick(label));
      return items[isWanted ? 0 : 1];
    };
    return { offered, showQuickPick: showQuickPick as unknown as typeof window.showQuickPick };
  }

  const fix = (pick: (label: string) => boolean, isWanted = true, ...wish: unknown[]) => {
    const { offered, showQuickPick } = answering(pick, isWanted);
    const work = () => commands.executeCommand(Command.fixProblems, ...wish);
    return instead(window, "showQuickPick", showQuickPick, work).then(() => offered);
  };
  const torn = (label: string) => /cut short/.test(label);
  const metric = () => readFileSync(run("metrics", "rmse"), "utf8");

  it("offers what can be mended with nothing chosen, and only in a trusted window", async () => {
    const [first] = await fix(() => false);
    if (workspace.isTrusted) {
      assert.ok(first?.some(({ label, description }) => torn(label) && /^1 file · MLR204$/.test(description ?? "")));
      assert.ok(first?.every(({ picked }) => picked === undefined));
    } else assert.equal(first, undefined);
    assert.equal(metric(), TORN);
  });

  it("shows the change as a diff and leaves all as it is where that is not wanted", async () => {
    if (!workspace.isTrusted) return;
    const [, asked] = await fix(torn, false);
    assert.match(asked?.[0]?.label ?? "", /Mend 1 place/);
    assert.equal(metric(), TORN);
  });

  it("changes the lines alone, by one edit that is saved and can be taken back", async () => {
    if (!workspace.isTrusted) return;
    await fix(torn);
    assert.equal(metric(), CUT);
    await window.showTextDocument(Uri.file(run("metrics", "rmse")));
    await commands.executeCommand("undo");
    const document = await workspace.openTextDocument(Uri.file(run("metrics", "rmse")));
    assert.equal(document.getText(), TORN);
    await document.save();
    assert.equal(metric(), TORN);
  });

  it("is byte for byte what the terminal does, where an editor would change more", async () => {
    if (!workspace.isTrusted) return;
    const mixed = Buffer.from(
      "1700000000000 0.5 0\r\n1700000000001 0.4 1\n1700000000001 0.4 1\r\n\xff\n1700",
      "latin1",
    );
    writeFileSync(run("metrics", "rmse"), mixed);
    await fix((label) => torn(label) || /repeated/.test(label));
    const after = "1700000000000 0.5 0\r\n1700000000001 0.4 1\n\xff\n";
    assert.equal(readFileSync(run("metrics", "rmse"), "latin1"), after);
  });

  it("deletes stray files that are named, and makes empty folders", async () => {
    if (!workspace.isTrusted) return;
    writeFileSync(run("metrics", ".gitkeep"), "");
    rmSync(run("params"), { recursive: true });
    await fix((label) => /stray|empty folders/.test(label));
    assert.equal(existsSync(run("metrics", ".gitkeep")), false);
    assert.equal(existsSync(run("params")), true);
    assert.equal(metric(), TORN);
  });

  it("leaves a file alone that changed while it was shown, or has changes that are not saved", async () => {
    if (!workspace.isTrusted) return;
    const said: string[] = [];
    const { showQuickPick } = answering(torn, true);
    const changing = (async (items: readonly QuickPickItem[], options: { canPickMany?: boolean }) => {
      if (!options.canPickMany) writeFileSync(run("metrics", "rmse"), `${CUT}1700000000002 0.3 2\n`);
      return showQuickPick(items as never, options as never);
    }) as unknown as typeof window.showQuickPick;
    const warn = (async (text: string) => void said.push(text)) as unknown as typeof window.showWarningMessage;
    await instead(window, "showWarningMessage", warn, () =>
      instead(window, "showQuickPick", changing, () => commands.executeCommand(Command.fixProblems)),
    );
    assert.equal(metric(), `${CUT}1700000000002 0.3 2\n`);
    assert.match(said.join(), /left alone.*changed meanwhile/);
  });

  async function actionAt(file: Uri, { range }: Diagnostic, id: string): Promise<CodeAction | undefined> {
    await window.showTextDocument(file);
    const actions = await commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", file, range);
    return actions.find(({ command }) => command?.command === id);
  }

  it("is offered on the entry of the Problems view", async () => {
    const file = Uri.file(run("metrics", "rmse"));
    const entry = await eventually("the entry", (): Diagnostic | undefined =>
      languages.getDiagnostics(file).find(({ source }) => source === "MLflow Runs"),
    );
    const own = await actionAt(file, entry, Command.fixProblems);
    assert.ok(own);
    assert.match(own.title, /Remove the last line/);
    await fix(() => false, true, ...(own.command?.arguments ?? []));
    assert.equal(metric(), workspace.isTrusted ? CUT : TORN);
  });

  it("leads from a conflict to its place", async () => {
    writeFileSync(run("meta.yaml"), "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n");
    const file = Uri.file(run("meta.yaml"));
    await commands.executeCommand(Command.refresh);
    const entry = await eventually("the entry", (): Diagnostic | undefined =>
      languages.getDiagnostics(file).find(({ source }) => source === "MLflow Runs"),
    );
    const own = await actionAt(file, entry, Command.resolveConflict);
    assert.ok(own);
    await commands.executeCommand(Command.resolveConflict, ...(own.command?.arguments ?? []));
    assert.equal(window.activeTextEditor?.document.uri.fsPath, file.fsPath);
    await eventually("the line", () => (window.activeTextEditor?.selection.start.line === 1 ? true : null));
  });
});
