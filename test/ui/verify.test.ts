import assert from "node:assert/strict";
import { type Damage, damage, demoFolder } from "./demoFolder.ts";
import { screenshotsIn } from "./themes.ts";
import { open, type Workbench } from "./workbench.ts";

describe("damaged data, by clicks", function () {
  this.timeout(120_000);
  let bench: Workbench;
  let done: Damage;

  before(async () => {
    const folder = await demoFolder();
    done = damage(folder);
    bench = await open(folder);
    await bench.openView("MLflow Runs");
    await bench.rows(/^Experiment churn/).waitFor();
  });
  after(() => bench?.close());

  it("leaves every experiment listed, and marks the damaged one in words", async () => {
    await bench.rows(/^Experiment .*2 problems/).waitFor();
    await bench.rows(/^Experiment sentiment, 12 runs/).waitFor();
  });

  it("is counted on the icon of the views", async () => {
    await bench.page
      .locator(".activitybar")
      .getByRole("tab", { name: /MLflow Runs - 2 problems/ })
      .waitFor();
  });

  it("reports the verdict first, each finding with its file", async () => {
    await bench.run("MLflow Runs: Verify Data");
    await bench.tab(/MLflow Data/).waitFor();
    const page = await bench.webview(/MLflow Data/);
    await page.getByRole("heading", { name: "2 of 238 runs are damaged." }).waitFor();
    await screenshotsIn(bench, "verify");
  });

  it("leads from the report to the line", async () => {
    const page = await bench.webview(/MLflow Data/);
    const name = done.metric.split("/").at(-1) ?? "";
    await page.getByRole("link", { name: new RegExp(`${name}:\\d+$`) }).click();
    await bench.tab(new RegExp(`^${name}`)).waitFor();
    const text = await bench.page.locator(".editor-instance .view-lines").last().textContent();
    assert.match((text ?? "").replaceAll("\u00a0", " "), /this is no metric/);
  });

  it("stands in the Problems view, one entry a reason", async () => {
    await bench.page.keyboard.press("Control+Shift+M");
    const rows = bench.page.locator(".markers-panel").getByRole("treeitem");
    await rows.filter({ hasText: "metric-line" }).first().waitFor();
    await bench.screenshot("problems");
    assert.equal(await rows.filter({ hasText: "metric-line" }).count(), 1);
  });
});
