import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("the extension host", () => {
  it("is the VS Code that was asked for", () => {
    assert.ok(vscode.version.startsWith(process.env.MLFLOW_RUNS_TEST_VSCODE ?? "1."), vscode.version);
  });

  it("opens the folder with the trust that was asked for", () => {
    assert.equal(vscode.workspace.isTrusted, process.env.MLFLOW_RUNS_TEST_TRUST !== "restricted");
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });

  it("knows the extension", () => {
    assert.ok(vscode.extensions.getExtension("mlflow-runs.mlflow-runs"));
  });
});
