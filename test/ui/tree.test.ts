import assert from "node:assert/strict";
import { demoFolder } from "./demoFolder.ts";
import { reload } from "./reload.ts";
import { screenshotsIn } from "./themes.ts";
import { open, type Workbench } from "./workbench.ts";

describe("the Runs view, by clicks and keys", function () {
  this.timeout(120_000);
  let bench: Workbench;

  before(async () => {
    bench = await open(await demoFolder());
    await bench.openView("MLflow Runs");
    await bench.rows(/^Experiment churn/).waitFor();
  });
  after(() => bench?.close());

  const runsOfChurn = () => bench.rows(/accuracy 0\.\d+/).filter({ hasText: /^(?!churn)/ });

  it("shows the experiments of every store, the best value beside them", async () => {
    await bench.rows(/^Experiment churn, 66 runs, best accuracy/).waitFor();
    await bench.rows(/^Experiment sentiment, 12 runs, best val\/f1/).waitFor();
  });

  it("puts an empty experiment last", async () => {
    const names = await bench
      .view("Runs")
      .getByRole("treeitem", { name: /^Experiment / })
      .allTextContents();
    const first = names.findIndex((name) => name.startsWith("Default"));
    assert.ok(first > names.findIndex((name) => name.startsWith("house-prices-tuning")), names.join());
  });

  it("opens an experiment by the arrow key, and a run by Enter", async () => {
    await bench.settle();
    await bench
      .view("Runs")
      .getByRole("treeitem", { name: /^mlruns/ })
      .first()
      .click();
    await bench.rows(/^Experiment churn/).waitFor({ state: "hidden" });
    await bench.settle();
    await bench.page.keyboard.press("ArrowRight");
    await bench.rows(/^Experiment churn/).waitFor();
    await bench.settle();
    await bench.page.keyboard.press("ArrowDown");
    await bench.page.keyboard.press("ArrowRight");
    await bench.rows(/^gradient_boosting-17, Finished/).waitFor();
    await bench.settle();
    await bench.page.keyboard.press("ArrowDown");
    await bench.page.keyboard.press("Enter");
    await bench.tab(/gradient_boosting-17/).waitFor();
    await screenshotsIn(bench, "tree");
  });

  it("opens a run in a tab that the next one replaces", async () => {
    await bench.rows(/^random_forest-balanced-17,/).click();
    await bench.tab(/random_forest-balanced-17/).waitFor();
    await bench.rows(/^gradient_boosting-16,/).click();
    await bench.tab(/gradient_boosting-16/).waitFor();
    assert.equal(await bench.tab(/random_forest-balanced-17/).count(), 0);
  });

  it("keeps the tab of a double click", async () => {
    await bench.rows(/^random_forest-balanced-17,/).dblclick();
    await bench.rows(/^gradient_boosting-16,/).click();
    await bench.tab(/gradient_boosting-16/).waitFor();
    assert.equal(await bench.tab(/random_forest-balanced-17/).count(), 1);
  });

  it("shows what a run holds below it, and opens an artifact in its own editor", async () => {
    await bench.expand(bench.rows(/^gradient_boosting-17,/));
    await bench.rows(/^accuracy 0\.9254$/).waitFor();
    await bench.expand(
      bench
        .view("Runs")
        .getByRole("treeitem", { name: /^Artifacts/ })
        .first(),
    );
    await bench
      .rows(/scores\.csv/)
      .first()
      .click();
    await bench.tab(/scores\.csv/).waitFor();
    await bench.expand(
      bench
        .view("Runs")
        .getByRole("treeitem", { name: /^Params/ })
        .first(),
    );
    await bench
      .rows(/^model_type gradient_boosting$/)
      .first()
      .waitFor();
    await bench.screenshot("tree-run");
    await bench
      .rows(/^gradient_boosting-17,/)
      .locator(".monaco-tl-twistie")
      .click();
  });

  it("filters as one types, says so, and clears", async () => {
    await bench.run("MLflow Runs: Filter Runs…");
    await bench.quickInput.getByPlaceholder("Words, or an expression").pressSequentially("forest balanced");
    await bench.rows(/^Experiment churn, 11 of 66 runs/).waitFor();
    await bench.quickInput.getByRole("option", { name: /of 238 runs/ }).waitFor();
    await bench.page.keyboard.press("Enter");
    await bench.view("Runs").getByText("Filter: forest balanced").waitFor();
    await bench.screenshot("tree-filter");
    await bench.view("Runs").hover();
    await bench.view("Runs").getByRole("button", { name: "Clear Filter" }).click();
    await bench.rows(/^Experiment churn, 66 runs/).waitFor();
  });

  it("filters by an expression that is completed, and says what is wrong with it", async () => {
    await bench.run("MLflow Runs: Filter Runs…");
    const box = bench.quickInput.getByPlaceholder("Words, or an expression");
    await bench.quickInput.getByRole("option", { name: /Last 7 days/ }).waitFor();
    await box.fill("metrics.accu");
    await bench.quickInput
      .getByRole("option", { name: /metrics\.accuracy/ })
      .first()
      .waitFor();
    await box.fill("metrics.accuracy < 'x'");
    await bench.quickInput.getByRole("option", { name: /▸/ }).waitFor();
    await bench.screenshot("filter-mistake");
    await box.fill("metrics.accuracy > 0.9 and params.model_type = 'gradient_boosting'");
    await bench.rows(/^Experiment churn, \d+ of 66 runs/).waitFor();
    await bench.screenshot("filter-expression");
    await bench.page.keyboard.press("Escape");
    await bench.rows(/^Experiment churn, 66 runs/).waitFor();
  });

  it("lists the runs with problems alone, and all again", async () => {
    await bench.run("MLflow Runs: Filter Runs…");
    await bench.quickInput.getByRole("option", { name: /Has problems/ }).click();
    await bench.view("Runs").getByText("Only runs with problems").waitFor();
    await bench.run("MLflow Runs: Filter Runs…");
    await bench.quickInput
      .getByRole("option", { name: /Failed/ })
      .first()
      .click();
    await bench.view("Runs").getByText("Filter: status = 'FAILED'").waitFor();
    await bench.view("Runs").hover();
    await bench.view("Runs").getByRole("button", { name: "Clear Filter" }).click();
    await bench.rows(/^Experiment churn, 66 runs/).waitFor();
  });

  it("sorts by a metric", async () => {
    await bench.run("MLflow Runs: Sort Runs…");
    await bench.quickInput.getByPlaceholder("Sort runs by").pressSequentially("accuracy");
    await bench.quickInput
      .getByRole("option", { name: /accuracy.*highest first/ })
      .first()
      .click();
    await bench.view("Runs").getByText("Sorted by accuracy, highest first").waitFor();
    const first = await runsOfChurn().first().getAttribute("aria-label");
    assert.match(first ?? "", /best of its experiment/);
  });

  it("groups by status", async () => {
    await bench.run("MLflow Runs: Group Runs…");
    await bench.quickInput.getByPlaceholder("Group runs by").pressSequentially("Status");
    await bench.page.keyboard.press("Enter");
    await bench
      .rows(/^Finished/)
      .first()
      .waitFor();
    await bench
      .rows(/^Failed/)
      .first()
      .waitFor();
  });

  it("still knows all that after a reload", async () => {
    await reload(bench);
    await bench.openView("MLflow Runs");
    await bench.view("Runs").getByText("Sorted by accuracy, highest first").waitFor();
    await bench
      .rows(/^Failed/)
      .first()
      .waitFor();
  });

  it("lists registered models with their aliases", async () => {
    const models = bench.view("Models");
    await models
      .getByRole("treeitem", { name: /house-prices/ })
      .locator(".monaco-tl-twistie")
      .click();
    await models.getByRole("treeitem", { name: /Version 11/ }).waitFor();
    await models.getByRole("treeitem", { name: /Version 9.*@champion/ }).waitFor();
  });
});

describe("Go to Run", function () {
  this.timeout(120_000);
  let bench: Workbench;
  before(async () => {
    bench = await open(await demoFolder());
    await bench.openView("MLflow Runs");
    await bench.rows(/^Experiment churn/).waitFor();
  });
  after(() => bench?.close());

  it("searches all runs while one types, and opens the one chosen", async () => {
    await bench.run("MLflow Runs: Go to Run…");
    await bench.quickInput.getByPlaceholder("Search runs").pressSequentially("roberta 12");
    await bench.quickInput.getByRole("option", { name: /roberta-12/ }).waitFor();
    await bench.screenshot("go-to-run");
    await bench.page.keyboard.press("Enter");
    await bench.tab(/roberta-12/).waitFor();
  });

  it("says so where nothing is found", async () => {
    await bench.run("MLflow Runs: Go to Run…");
    await bench.quickInput.getByPlaceholder("Search runs").pressSequentially("no such run");
    await bench.quickInput.getByRole("option", { name: /No run found/ }).waitFor();
    await bench.page.keyboard.press("Escape");
  });

  it("lists the ten best", async () => {
    await bench.run("MLflow Runs: Go to Best Run…");
    await bench.quickInput.getByRole("option").nth(5).waitFor();
    await bench.screenshot("go-to-best-run");
    await bench.page.keyboard.press("Escape");
  });
});
