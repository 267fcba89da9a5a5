import assert from "node:assert/strict";
import { gitIn } from "../support/gitRepo.ts";
import { blankLines, type Damage, damage, demoFolder } from "./demoFolder.ts";
import { screenshotsIn } from "./themes.ts";
import { open, type Workbench } from "./workbench.ts";

describe("damaged data, by clicks", function () {
  this.timeout(120_000);
  let bench: Workbench;
  let done: Damage;

  before(async () => {
    const folder = await demoFolder();
    done = damage(folder);
    blankLines(folder, 9);
    bench = await open(folder);
    await bench.openView("MLflow Runs");
    await bench.rows(/^Experiment churn/).waitFor();
  });
  after(() => bench?.close());

  it("leaves every experiment listed, and marks the damaged one in words", async () => {
    await bench.rows(/^Experiment .*11 problems/).waitFor();
    await bench.rows(/^Experiment sentiment, 12 runs/).waitFor();
  });

  it("is counted on the icon of the views, and said above the runs", async () => {
    await bench.page
      .locator(".activitybar")
      .getByRole("tab", { name: /MLflow Runs - 2 runs are damaged/ })
      .waitFor();
    await bench.view("Runs").getByText("2 runs are damaged").waitFor();
  });

  it("reports the verdict first, each finding with its file", async () => {
    await bench.run("MLflow Runs: Verify Data");
    await bench.tab(/MLflow Data/).waitFor();
    const page = await bench.webview(/MLflow Data/);
    await page.getByRole("heading", { name: "2 of 238 runs are damaged." }).waitFor();
    await screenshotsIn(bench, "verify");
    await page.getByText("… and 4 more places").click();
    await page.locator("details[open] li").nth(3).waitFor();
    await bench.screenshot("verify-unfolded");
  });

  it("leads from the report to the line", async () => {
    const page = await bench.webview(/MLflow Data/);
    const name = done.metric.split("/").at(-1) ?? "";
    await page.getByRole("link", { name: new RegExp(`${name}:\\d+$`) }).click();
    await bench.tab(new RegExp(`^${name}`)).waitFor();
    const text = await bench.page.locator(".editor-instance .view-lines").last().textContent();
    assert.match((text ?? "").replaceAll("\u00a0", " "), /this is no metric/);
  });

  it("is reported for another target, chosen by keys, and the same again", async () => {
    for (const first of ["The data itself", "Migration to a database"]) {
      await bench.run("MLflow Runs: Verify Data for…");
      await bench.quickInput.getByRole("option", { name: first }).first().waitFor();
      if (first === "The data itself") {
        await bench.screenshot("verify-for");
        await bench.page.keyboard.type("migration");
        await bench.quickInput.getByRole("option", { name: "Migration to a database" }).first().waitFor();
      } else {
        await bench.quickInput.getByText("as last time").waitFor();
      }
      await bench.page.keyboard.press("Enter");
      const page = await bench.webview(/MLflow Data/);
      await page.getByRole("heading", { name: /^The migration would stop at or lose \d+ of 238 runs\.$/ }).waitFor();
    }
    await bench
      .view("Runs")
      .getByText(/^The migration would stop at or lose/)
      .waitFor();
    // The preview takes the focus once more when it is drawn anew, and the palette would close.
    await bench.page.waitForTimeout(1500);
    await bench.run("MLflow Runs: Verify Data");
    await bench.view("Runs").getByText("2 runs are damaged").waitFor();
  });

  it("runs as a task in the terminal, chosen by keys, whose findings are Problems too", async () => {
    await bench.run("Tasks: Run Task");
    await bench.quickInput.getByPlaceholder(/task/i).pressSequentially("mlflow-runs");
    await bench.quickInput
      .getByRole("option", { name: /mlflow-runs/ })
      .first()
      .click();
    await bench.quickInput
      .getByRole("option", { name: /verify data/ })
      .first()
      .click();
    await bench.page.locator(".terminal-wrapper, .terminal-outer-container").first().waitFor();
    const rows = await bench.problems();
    // Warnings are the task's alone.
    await rows.filter({ hasText: "MLR202" }).first().waitFor();
    await bench.screenshot("verify-task");
  });

  it("stands in the Problems view, one entry a rule", async () => {
    const rows = await bench.problems();
    const entry = rows.filter({ hasText: "MLR201" });
    await entry.first().waitFor();
    await screenshotsIn(bench, "problems");
    assert.equal(await entry.count(), 1);
  });

  it("leads from the entry to the rule's page, shown as it is read", async () => {
    const rows = await bench.problems();
    await rows.filter({ hasText: "MLR201" }).locator("a.monaco-link").first().click();
    await bench.tab(/MLR201/).waitFor();
    const page = await bench.webview(/MLR201/);
    await page.getByRole("heading", { name: /^MLR201: / }).waitFor();
    await page.getByText("How to mend:").waitFor();
    await bench.screenshot("rule-page");
  });
});

describe("damage that a merge brings", function () {
  this.timeout(120_000);
  let bench: Workbench;
  let folder: string;
  let commit: string;
  const git = (...args: string[]) => gitIn(folder, ...args);

  before(async () => {
    folder = await demoFolder();
    git("checkout", "-q", "-b", "broken");
    damage(folder);
    git("commit", "-q", "-a", "-m", "Tidy up");
    commit = git("rev-parse", "HEAD").slice(0, 7);
    git("checkout", "-q", "-");
    bench = await open(folder);
    await bench.openView("MLflow Runs");
    await bench.rows(/^Experiment churn/).waitFor();
  });
  after(() => bench?.close());

  const said = () => bench.view("Runs").getByText(/damaged/);

  it("is named with its commit, and leads to the Problems", async () => {
    assert.equal(await said().count(), 0);
    // The repository's state is known once the runs are read.
    await bench.rows(/^Experiment sentiment, 12 runs/).waitFor();
    await bench.page.waitForTimeout(3000);
    git("merge", "-q", "broken");
    await bench.view("Runs").getByText(`2 runs damaged by ${commit}`).waitFor();
    await bench.page.mouse.move(200, 100);
    await bench.screenshot("damaged-by-commit");
    await bench.view("Runs").hover();
    await bench.page.getByRole("button", { name: "Show Problems in the Data" }).click();
    const rows = bench.page.locator(".markers-panel").getByRole("treeitem");
    await rows.filter({ hasText: "MLR201" }).first().waitFor();
    await rows.filter({ hasText: "MLR102" }).first().waitFor();
  });

  it("is gone when the merge is undone", async () => {
    git("reset", "-q", "--hard", "HEAD~1");
    await said().waitFor({ state: "detached" });
    const rows = bench.page.locator(".markers-panel").getByRole("treeitem");
    await rows.filter({ hasText: "MLR201" }).waitFor({ state: "detached" });
  });
});
