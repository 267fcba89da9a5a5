import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gitIn } from "../support/gitRepo.ts";
import { blankLines, demoFolder } from "./demoFolder.ts";
import { open, type Workbench } from "./workbench.ts";

const RUNS = 3;

describe("mending damaged data, by keys", function () {
  this.timeout(120_000);
  let bench: Workbench;
  let folder: string;
  const changed = () => gitIn(folder, "diff", "--name-only").split("\n").filter(Boolean);

  before(async () => {
    folder = await demoFolder();
    blankLines(folder, RUNS);
    bench = await open(folder);
    await bench.openView("MLflow Runs");
    await bench.rows(/^Experiment churn/).waitFor();
  });
  after(() => bench?.close());

  const press = (key: string) => bench.page.keyboard.press(key);

  it("offers what can be mended, nothing of it chosen", async () => {
    assert.equal(changed().length, RUNS);
    await bench.run("MLflow Runs: Fix Problems…");
    const row = bench.quickInput.locator(".monaco-list-row").filter({ hasText: "Remove the blank lines" });
    await row.waitFor({ timeout: 30_000 });
    await row.getByText("3 files · MLR202").waitFor();
    assert.equal(await bench.quickInput.locator(".monaco-list-row input:checked").count(), 0);
    await bench.screenshot("fix-problems");
  });

  it("shows the lines that go, and takes them away when that is wanted", async () => {
    await bench.page.keyboard.type("blank lines");
    await press("ArrowDown");
    await press("Space");
    await press("Enter");
    const answer = bench.quickInput.locator(".monaco-list-row").filter({ hasText: /Mend 3 places/ });
    await answer.waitFor({ timeout: 30_000 });
    await bench.tab(/What mending changes/).waitFor();
    await bench.page.locator(".multi-file-diff-editor, .multiDiffEditor, .monaco-diff-editor").first().waitFor();
    await bench.screenshot("fix-problems-diff");
    assert.equal(changed().length, RUNS);
    await press("Enter");
    await bench.page.getByText("3 places were mended.").first().waitFor();
    assert.deepEqual(changed(), []);
  });

  it("takes all of it back at once", async () => {
    await bench.answerNotification("Undo");
    for (let tries = 0; changed().length === 0 && tries < 50; tries++) await bench.page.waitForTimeout(100);
    const files = changed();
    assert.equal(files.length, RUNS);
    for (const file of files) assert.match(readFileSync(join(folder, file), "utf8"), /\n\n$/);
  });
});
