import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands, type Diagnostic, languages, type Uri } from "vscode";
import { Command } from "../../src/editor/base/names.ts";
import type { Api } from "../../src/editor/extension.ts";
import { activeApi, eventually } from "./api.ts";

const RUN = "deadbeefdeadbeefdeadbeefdeadbeef";

describe("damage", () => {
  let api: Api;
  let folder = "";
  let file = "";

  before(async () => {
    api = await activeApi();
    const store = api.stores.all.find(({ kind }) => kind === "file");
    assert.ok(store);
    folder = join(store.key, "987654321");
    file = join(folder, RUN, "metrics", "rmse");
    makeDamagedExperiment();
    await commands.executeCommand(Command.refresh);
    await api.engine().settled();
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await commands.executeCommand(Command.refresh);
  });

  function makeDamagedExperiment(): void {
    mkdirSync(join(folder, RUN, "metrics"), { recursive: true });
    const experiment = "artifact_location: x\nexperiment_id: '987654321'\nlifecycle_stage: active\nname: damaged\n";
    writeFileSync(join(folder, "meta.yaml"), experiment);
    const run = [`run_id: ${RUN}`, "experiment_id: '987654321'", "lifecycle_stage: active", "run_name: broken"];
    run.push("start_time: 1700000000000", "end_time: 1700000001000", "status: 3", "artifact_uri: x", "user_id: u");
    writeFileSync(join(folder, RUN, "meta.yaml"), `${run.join("\n")}\n`);
    writeFileSync(file, "1700000000000 0.5 0\nthis is no metric\n1700000000001 0.4 1\nnor this\n");
  }

  function found(): Diagnostic | undefined {
    const ours = (entry: [Uri, Diagnostic[]]) => entry[0].fsPath === file;
    return languages.getDiagnostics().find(ours)?.[1][0];
  }

  it("is one entry in the Problems view, on the line", async () => {
    const diagnostic = await eventually("a diagnostic", found);
    assert.equal(diagnostic.source, "MLflow Runs");
    assert.equal(diagnostic.code, "metric-line");
    assert.equal(diagnostic.range.start.line, 1);
  });

  it("leaves the run listed, with words about it", async () => {
    const page = await api.engine().find("broken", 5);
    assert.ok(page.some(({ run }) => run.id === RUN && run.problems > 0));
  });

  it("is what the report of Verify Data says first", async () => {
    const report = await commands.executeCommand<string>(Command.verify);
    assert.match(report, /^# \d+ of \d+ runs (is|are) damaged\./);
    assert.ok(report.includes("metrics/rmse:2"), report);
  });
});
