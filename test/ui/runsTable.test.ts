import { ok } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { demoFolder } from "./demoFolder.ts";
import { reload } from "./reload.ts";
import { screenshotsIn } from "./themes.ts";
import { open, type Workbench } from "./workbench.ts";

describe("the Runs editor in the workbench", function () {
  this.timeout(120_000);
  let bench: Workbench;
  let folder: string;

  before(async () => {
    folder = await demoFolder();
    bench = await open(folder);
    await bench.openView("MLflow Runs");
    await bench.rows(/^Experiment churn/).waitFor();
    await bench.settle();
  });
  after(() => bench?.close());

  const row = async (label: RegExp) => {
    const page = await bench.webview(/^Runs of churn/);
    return page.getByRole("row").filter({ hasText: label }).first();
  };

  it("opens an experiment's table by one click beside its row", async () => {
    const experiment = bench.rows(/^Experiment churn/);
    await experiment.hover();
    await experiment.getByRole("button", { name: "Open Runs Table" }).click();
    await (await row(/gradient_boosting-17/)).waitFor();
    await screenshotsIn(bench, "runs-table");
  });

  it("pins from the tree what the table shows as pinned, and compares it", async () => {
    await bench.expand(bench.rows(/^Experiment churn/));
    await bench.chooseFromMenu(bench.rows(/^gradient_boosting-17,/), "Pin or Unpin Runs");
    await bench.chooseFromMenu(bench.rows(/^random_forest-16,/), "Pin or Unpin Runs");
    const page = await bench.webview(/^Runs of churn/);
    await page.getByRole("tab", { name: /Compare.*2/ }).click();
    await page.getByText("Only differences").waitFor();
    await bench.tab(/gradient_boosting-17 ↔ random_forest-16/).waitFor();
    await screenshotsIn(bench, "runs-compare");
    await page.getByRole("tab", { name: /Table/ }).click();
    await bench.tab(/^Runs of churn/).waitFor();
  });

  it("exports the runs of an experiment to where the person says", async () => {
    await bench.run("MLflow Runs: Export Runs…");
    await bench.quickInput
      .getByRole("option", { name: /^churn/ })
      .first()
      .click();
    await bench.quickInput.getByRole("option", { name: /^CSV/ }).click();
    await bench.page.getByRole("button", { name: "OK" }).waitFor();
    const file = () => bench.quickInput.locator("input").first().inputValue();
    // The dialog shows the folder first, then the name that is proposed.
    for (const end = Date.now() + 10_000; !(await file()).endsWith("churn-runs.csv") && Date.now() < end; ) {
      await bench.page.waitForTimeout(100);
    }
    ok((await file()).endsWith("churn-runs.csv"), await file());
    await bench.page.keyboard.press("Enter");
    const written = () => {
      try {
        return readFileSync(join(folder, "churn-runs.csv"), "utf8");
      } catch {
        return "";
      }
    };
    for (const end = Date.now() + 10_000; !written().includes("gradient_boosting-17") && Date.now() < end; ) {
      await bench.page.waitForTimeout(100);
    }
    ok(written().includes("gradient_boosting-17"));
  });

  it("is there again after a reload, with its table, its pins and its title", async () => {
    await reload(bench);
    await bench.tab(/^Runs of churn/).click();
    await (await row(/gradient_boosting-17/)).waitFor();
    const page = await bench.webview(/^Runs of churn/);
    await page.getByRole("tab", { name: /Compare.*2/ }).waitFor();
  });
});
