import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationTarget, commands, type Diagnostic, languages, Uri, workspace } from "vscode";
import { Command } from "../../src/editor/base/names.ts";
import type { Api } from "../../src/editor/extension.ts";
import { activeApi, eventually } from "./api.ts";

const RUNS = ["deadbeef", "feedbeef", "beadbeef"].map((part) => part.repeat(4));
const GOOD = "1700000000000 0.5 0\n1700000000001 0.4 1\n";
const BAD = "1700000000000 0.5 0\nthis is no metric\n1700000000001 0.4 1\nnor this\n";

describe("damage", () => {
  let api: Api;
  let folder = "";

  before(async () => {
    api = await activeApi();
    const store = api.stores.all.find(({ kind }) => kind === "file");
    assert.ok(store);
    folder = join(store.key, "987654321");
    mkdirSync(folder, { recursive: true });
    const experiment = "artifact_location: x\nexperiment_id: '987654321'\nlifecycle_stage: active\nname: damaged\n";
    writeFileSync(join(folder, "meta.yaml"), experiment);
    for (const run of RUNS) makeRun(run);
    await compared();
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await commands.executeCommand(Command.refresh);
  });

  function makeRun(id: string): void {
    mkdirSync(join(folder, id, "metrics"), { recursive: true });
    const run = [`run_id: ${id}`, "experiment_id: '987654321'", "lifecycle_stage: active", "run_name: broken"];
    run.push("start_time: 1700000000000", "end_time: 1700000001000", "status: 3", "artifact_uri: x", "user_id: u");
    writeFileSync(join(folder, id, "meta.yaml"), `${run.join("\n")}\n`);
    writeFileSync(metricOf(id), GOOD);
  }

  const metricOf = (run = RUNS[0] ?? "") => join(folder, run, "metrics", "rmse");

  async function compared(): Promise<void> {
    await commands.executeCommand(Command.refresh);
    await api.engine().settled();
  }

  async function damage(...runs: string[]): Promise<void> {
    for (const run of RUNS) writeFileSync(metricOf(run), runs.includes(run) ? BAD : GOOD);
    await compared();
  }

  const ours = (): [Uri, Diagnostic[]][] =>
    languages.getDiagnostics().filter(([, list]) => list.some(({ source }) => source === "MLflow Runs"));
  const found = (file = metricOf()): Diagnostic | undefined =>
    ours()
      .find(([uri]) => uri.fsPath === file)?.[1]
      .find(({ source }) => source === "MLflow Runs");
  const codeOf = ({ code }: Diagnostic) => (typeof code === "object" ? code : undefined);

  it("is one entry in the Problems view, on the line, that leads to its rule", async () => {
    await damage(RUNS[0] ?? "");
    const diagnostic = await eventually("a diagnostic", found);
    assert.equal(diagnostic.source, "MLflow Runs");
    assert.equal(codeOf(diagnostic)?.value, "MLR201");
    assert.equal(diagnostic.range.start.line, 1);
    assert.match(diagnostic.message, /^2 places: /);
    assert.equal(diagnostic.relatedInformation?.[0]?.location.range.start.line, 3);
    const page = await workspace.openTextDocument(codeOf(diagnostic)?.target ?? Uri.file("/"));
    assert.match(page.getText(), /^# MLR201: /);
    assert.ok(page.getText().includes("**How to mend:**"));
  });

  it("of several runs is one entry that counts them and names the places", async () => {
    await damage(...RUNS);
    const entries = await eventually("the entry of three runs", () => {
      const all = ours().flatMap(([, list]) => list);
      return all.some(({ message }) => message.startsWith("3 runs: ")) ? all : null;
    });
    assert.equal(entries.filter((entry) => codeOf(entry)?.value === "MLR201").length, 1);
    const related = entries[0]?.relatedInformation ?? [];
    assert.equal(new Set(related.map(({ location }) => location.uri.fsPath)).size, 3);
  });

  it("is counted on the view's icon, and gone with its entry when it is mended", async () => {
    await damage(RUNS[0] ?? "");
    await eventually("a badge", () => api.views.runs.badge);
    await damage();
    await eventually("no entry", () => (ours().length === 0 ? true : null));
    await eventually("no badge", () => (api.views.runs.badge === undefined ? true : null));
  });

  it("is not listed where the setting says so, and is again", async () => {
    await damage(RUNS[0] ?? "");
    await eventually("a diagnostic", found);
    const setting = (value?: string) =>
      workspace.getConfiguration("mlflowRuns").update("verify.problems", value, ConfigurationTarget.Global);
    await setting("none");
    await eventually("no entry", () => (ours().length === 0 ? true : null));
    await setting();
    await eventually("a diagnostic", found);
  });

  it("is not looked for where the setting says so", async () => {
    await damage();
    await eventually("no entry", () => (ours().length === 0 ? true : null));
    const setting = (value?: string) =>
      workspace.getConfiguration("mlflowRuns").update("verify.auto", value, ConfigurationTarget.Global);
    await setting("off");
    await damage(RUNS[0] ?? "");
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.equal(found(), undefined);
    await setting();
    await eventually("a diagnostic", found);
  });

  it("leaves the run listed, with words about it", async () => {
    const page = await api.engine().find("broken", 5);
    assert.ok(page.some(({ run }) => run.id === RUNS[0] && run.problems > 0));
  });

  it("is what the report of Verify Data says first", async () => {
    const report = await commands.executeCommand<string>(Command.verify);
    assert.match(report, /^# \d+ of \d+ runs (is|are) damaged\./);
    assert.ok(report.includes("metrics/rmse:2"), report);
  });
});
