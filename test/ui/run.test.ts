import { demoFolder } from "./demoFolder.ts";
import { reload } from "./reload.ts";
import { screenshotsIn } from "./themes.ts";
import { open, type Workbench } from "./workbench.ts";

describe("the Run page", function () {
  this.timeout(120_000);
  let bench: Workbench;

  before(async () => {
    bench = await open(await demoFolder());
    await bench.openView("MLflow Runs");
    await bench.expand(bench.rows(/^Experiment churn/));
    await bench.rows(/^gradient_boosting-17,/).click();
  });
  after(() => bench?.close());

  it("shows the run's label, status and primary metric", async () => {
    const page = await bench.webview(/gradient_boosting-17/);
    await page.getByRole("heading", { name: "gradient_boosting-17" }).waitFor();
    await page.getByText("Finished").first().waitFor();
    await page.getByText("0.9254").first().waitFor();
    await screenshotsIn(bench, "run");
  });

  it("draws no script or style that is not ours", async () => {
    const page = await bench.webview(/gradient_boosting-17/);
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"][content^="default-src \'none\'"]');
    await policy.waitFor({ state: "attached" });
  });

  it("is as it was left when its tab is shown again", async () => {
    let page = await bench.webview(/gradient_boosting-17/);
    await page.getByRole("button", { name: "scores.csv", exact: true }).click();
    await page.locator(".preview-table").waitFor();
    await bench.rows(/^gradient_boosting-17,/).dblclick();
    await bench.rows(/^gradient_boosting-16,/).click();
    await bench.tab(/gradient_boosting-16/).waitFor();
    page = await bench.webview(/gradient_boosting-17/);
    await page.locator(".preview-table").waitFor();
  });

  it("is there again after a reload", async () => {
    await reload(bench);
    const page = await bench.webview(/gradient_boosting-17/);
    await page.getByRole("heading", { name: "gradient_boosting-17" }).waitFor();
  });
});
