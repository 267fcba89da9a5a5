import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands, Uri, window, workspace } from "vscode";
import type { RunRef } from "../../src/core/model/run.ts";
import { COMMIT_SCHEME, Command } from "../../src/editor/base/names.ts";
import type { Api } from "../../src/editor/extension.ts";
import { activeApi, eventually, findRun } from "./api.ts";

const TAG = "tags/mlflow.source.git.commit";

describe("Diff Code", () => {
  let api: Api;
  let top = "";
  const refs: RunRef[] = [];
  const commits: string[] = [];
  const tags: { file: string; text: string | null }[] = [];

  const git = (...args: string[]) => execFileSync("git", args, { cwd: top, encoding: "utf8" }).trim();
  const commit = (text: string): void => {
    writeFileSync(join(top, "train.py"), text);
    git("add", "train.py");
    git("-c", "user.name=n", "-c", "user.email=e@x", "commit", "-q", "-m", "m");
    commits.push(git("rev-parse", "HEAD"));
  };
  const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

  before(async () => {
    api = await activeApi();
    const first = await findRun(api);
    const second = await findRun(api, ({ row }) => row.id !== first.row.id);
    refs.push(first.row.ref, second.row.ref);
    top = join(first.row.ref.store, "..");
    git("init", "-q");
    commit("lr = 0.1\n");
    commit("lr = 0.2\n");
    for (const [i, ref] of refs.entries()) {
      const file = join(ref.store, ref.experiment, ref.run, TAG);
      tags.push({ file, text: textAt(file) });
      writeFileSync(file, commits[i] ?? "");
    }
    await commands.executeCommand(Command.refresh);
    await api.engine().settled();
  });
  after(async () => {
    for (const { file, text } of tags) {
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
    }
    rmSync(join(top, ".git"), { recursive: true });
    rmSync(join(top, "train.py"));
    await commands.executeCommand("workbench.action.closeAllEditors");
    await commands.executeCommand(Command.refresh);
  });

  it("opens the files that changed between the commits of two runs, in a trusted window only", async () => {
    await commands.executeCommand(Command.diffCode, refs);
    const named = () => tabs().find((label) => label.includes((commits[1] ?? "").slice(0, 8)));
    if (workspace.isTrusted) assert.match(await eventually("the diff", named), /↔/);
    else assert.equal(named(), undefined);
  });

  it("shows a file as it was in a commit, and nothing without trust", async () => {
    const place = { top, commit: commits[0], path: "train.py" };
    const uri = Uri.from({ scheme: COMMIT_SCHEME, path: "/train.py", query: JSON.stringify(place) });
    const document = await workspace.openTextDocument(uri);
    assert.equal(document.getText(), workspace.isTrusted ? "lr = 0.1\n" : "");
  });

  it("takes no option of Git's for a commit", async () => {
    const place = { top, commit: "--output=/tmp/x", path: "train.py" };
    const uri = Uri.from({ scheme: COMMIT_SCHEME, path: "/train2.py", query: JSON.stringify(place) });
    assert.equal((await workspace.openTextDocument(uri)).getText(), "");
  });
});

function textAt(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
