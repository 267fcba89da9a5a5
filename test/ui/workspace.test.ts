import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildStore } from "../support/store.ts";
import { reload } from "./reload.ts";
import { open, type Workbench } from "./workbench.ts";

const SHARED = "5".repeat(32);
/** Whoever put this into a shell, quoted however VS Code does it, would run the second command. */
const SERVICE = "mlflow'; touch pwned; echo \"$(touch pwned)\" '";

/** A store with one run, whose id is the same in all of them. */
function makeStore(folder: string, name: string): void {
  const artifacts = { "plots/roc.txt": `of ${name}`, "notes.md": `# ${name}` };
  buildStore(folder, {
    experiments: [{ name: `experiment ${name}`, runs: [{ id: SHARED, name: `run of ${name}`, artifacts }] }],
  });
}

function temporary(): string {
  const parent = mkdtempSync(join(tmpdir(), "mlflow-runs-workspace-"));
  process.once("exit", () => rmSync(parent, { recursive: true, force: true }));
  return parent;
}

describe("a workspace of several folders", function () {
  this.timeout(120_000);
  let bench: Workbench;
  let parent = "";
  const said = () => join(parent, "what docker was told");

  before(async () => {
    parent = temporary();
    makeStore(join(parent, "one", "mlruns"), "one");
    makeStore(join(parent, "two", "mlruns"), "two");
    const compose = { services: { [SERVICE]: { command: "mlflow server", ports: ["127.0.0.1:9:5000"] } } };
    mkdirSync(join(parent, "two", "deploy"));
    writeFileSync(join(parent, "two", "deploy", "compose.yaml"), JSON.stringify(compose));
    mkdirSync(join(parent, "bin"));
    writeFileSync(join(parent, "bin", "docker"), `#!/bin/sh\nprintf '%s\\n' "$@" > "${said()}"\n`);
    chmodSync(join(parent, "bin", "docker"), 0o755);
    const workspace = join(parent, "both.code-workspace");
    writeFileSync(workspace, JSON.stringify({ folders: [{ path: "one" }, { path: "two" }] }));
    const PATH = `${join(parent, "bin")}:${process.env.PATH}`;
    // As if started from a terminal: else it takes the PATH of a login shell.
    bench = await open(workspace, { env: { PATH, VSCODE_CLI: "1" } });
    await bench.openView("MLflow Runs");
  });
  after(() => bench?.close());

  it("shows the stores of all folders, each with its folder's name before it", async () => {
    await bench.rows(/^one\/mlruns/).waitFor();
    await bench.rows(/^two\/mlruns/).waitFor();
    await bench.rows(/^Experiment experiment one, 1 run/).waitFor();
    await bench.rows(/^Experiment experiment two, 1 run/).waitFor();
  });

  it("opens runs of one id in two stores in tabs of their own", async () => {
    for (const name of ["one", "two"]) {
      if ((await bench.rows(new RegExp(`^run of ${name},`)).count()) === 0) {
        await bench.expand(bench.rows(new RegExp(`^Experiment experiment ${name}`)));
      }
      await bench.rows(new RegExp(`^run of ${name},`)).dblclick();
      const page = await bench.webview(new RegExp(`run of ${name}`));
      await page.getByRole("heading", { name: `run of ${name}` }).waitFor();
    }
    assert.equal(await bench.tab(/^run of /).count(), 2);
  });

  it("starts the server of a compose file in a terminal, its names as they stand and nothing run of them", async () => {
    await bench.run("MLflow Runs: Open MLflow UI");
    await bench.answerNotification("Start in Terminal");
    for (const end = Date.now() + 30_000; !existsSync(said()); ) {
      assert.ok(Date.now() < end, "docker was not called");
      await bench.page.waitForTimeout(100);
    }
    await bench.page.waitForTimeout(300);
    const args = ["compose", "-f", join(parent, "two", "deploy", "compose.yaml"), "up", "-d", "--", SERVICE];
    assert.deepEqual(readFileSync(said(), "utf8").trimEnd().split("\n"), args);
    for (const folder of ["", "one", "two", "two/deploy"])
      assert.ok(!existsSync(join(parent, folder, "pwned")), folder);
  });

  it("keeps open over a reload what was opened in the tree", async () => {
    await bench.expand(bench.rows(/^run of two,/));
    await bench.expand(bench.rows(/^Artifacts/).last());
    await bench.expand(bench.rows(/^plots/));
    await bench.rows(/^roc\.txt/).waitFor();
    await reload(bench);
    await bench.openView("MLflow Runs");
    await bench.rows(/^roc\.txt/).waitFor();
    assert.equal(await bench.rows(/^roc\.txt/).count(), 1, "what was not opened stays closed");
  });
});

describe("a folder without a store", function () {
  this.timeout(120_000);
  let bench: Workbench;
  let parent = "";

  before(async () => {
    parent = temporary();
    mkdirSync(join(parent, "empty"));
    makeStore(join(parent, "elsewhere", "mlruns"), "elsewhere");
    bench = await open(join(parent, "empty"));
  });
  after(() => bench?.close());

  it("has no view of ours, until a command of ours asks for a store", async () => {
    assert.equal(await bench.page.locator(".activitybar").getByRole("tab", { name: "MLflow Runs" }).count(), 0);
    await bench.run("MLflow Runs: Add Store…");
    await bench.answerDialog(join(parent, "elsewhere", "mlruns"));
    await bench.openView("MLflow Runs");
    await bench.rows(/^Experiment experiment elsewhere, 1 run/).waitFor();
  });

  it("saves an artifact under the name that is given, and a folder into another", async () => {
    await bench.expand(bench.rows(/^run of elsewhere,/));
    await bench.expand(bench.rows(/^Artifacts/));
    await bench.chooseFromMenu(bench.rows(/^notes\.md/), "Save As…");
    await bench.answerDialog(join(parent, "copy.md"));
    await bench.chooseFromMenu(bench.rows(/^plots/), "Save As…");
    await bench.answerDialog(parent);
    for (const end = Date.now() + 10_000; !existsSync(join(parent, "plots", "roc.txt")); ) {
      assert.ok(Date.now() < end, "the folder was not copied");
      await bench.page.waitForTimeout(100);
    }
    assert.equal(readFileSync(join(parent, "copy.md"), "utf8"), "# elsewhere");
    assert.equal(readFileSync(join(parent, "plots", "roc.txt"), "utf8"), "of elsewhere");
  });

  it("copies from the menu of a row", async () => {
    await bench.chooseFromMenu(bench.rows(/^run of elsewhere,/), "Copy", "ID");
    const copied = () => bench.page.evaluate(() => navigator.clipboard.readText());
    for (const end = Date.now() + 10_000; (await copied()) !== SHARED; ) {
      assert.ok(Date.now() < end, await copied());
      await bench.page.waitForTimeout(100);
    }
  });
});
