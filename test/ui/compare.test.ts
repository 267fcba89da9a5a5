import { demoFolder } from "./demoFolder.ts";
import { reload } from "./reload.ts";
import { screenshotsIn } from "./themes.ts";
import { open, type Workbench } from "./workbench.ts";

describe("comparing runs, by clicks", function () {
  this.timeout(120_000);
  let bench: Workbench;

  before(async () => {
    bench = await open(await demoFolder());
    await bench.openView("MLflow Runs");
    await bench.expand(bench.rows(/^Experiment churn/));
    await bench.rows(/^gradient_boosting-17,/).waitFor();
  });
  after(() => bench?.close());

  it("compares all that are selected", async () => {
    await bench.rows(/^gradient_boosting-17,/).click();
    await bench.rows(/^random_forest-balanced-17,/).click({ modifiers: ["ControlOrMeta"] });
    await bench.rows(/^gradient_boosting-16,/).click({ modifiers: ["ControlOrMeta"] });
    await bench.chooseFromMenu(bench.rows(/^gradient_boosting-16,/), "Compare Selected Runs");
    const page = await bench.webview(/ and 2 more/);
    await page.getByText("gradient_boosting-17").first().waitFor();
    await page.getByText("random_forest-balanced-17").first().waitFor();
    await screenshotsIn(bench, "compare");
  });

  it("compares one with another selected before", async () => {
    // Alone: the menu of a row that is one of several selected acts on all of them.
    await bench.rows(/^gradient_boosting-17,/).click();
    // One selected: menus act on all that are.
    await bench.rows(/^gradient_boosting-17,/).click();
    await bench.chooseFromMenu(bench.rows(/^gradient_boosting-17,/), "Select for Compare");
    await bench.chooseFromMenu(bench.rows(/^random_forest-16,/), "Compare with Selected");
    await bench.tab(/gradient_boosting-17 ↔ random_forest-16/).waitFor();
  });

  it("is there again after a reload, with the same runs", async () => {
    await reload(bench);
    await bench.tab(/gradient_boosting-17 ↔ random_forest-16/).click();
    // A restored page is loaded again once its stores are read: whichever frame it is by then.
    for (const end = Date.now() + 60_000; !(await showsBoth(bench)); ) {
      if (Date.now() > end) throw new Error("the comparison is not there again");
      await bench.page.waitForTimeout(200);
    }
  });
});

async function showsBoth({ page }: Workbench): Promise<boolean> {
  const texts = await Promise.all(
    page.frames().map((frame) =>
      frame
        .locator("body")
        .innerText({ timeout: 500 })
        .catch(() => ""),
    ),
  );
  return texts.some((text) => text.includes("Only differences") && text.includes("random_forest-16"));
}
