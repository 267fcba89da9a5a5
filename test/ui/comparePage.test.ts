import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { Page } from "playwright-core";
import { usePages } from "./pages/usePages.ts";
import { THEME_NAMES } from "./pages/variables.ts";

describe("the comparison in a browser", function () {
  this.timeout(120_000);
  const { open, asked, serious } = usePages();

  const grid = (tab: Page) => tab.getByRole("grid", { name: "Comparison" });
  const heads = (tab: Page) => grid(tab).locator(".run-name").allTextContents();
  const close = (tab: Page) => tab.context().close();

  for (const sample of ["three", "fifty", "five-hundred", "equal", "unknown", "vanished", "one", "none"]) {
    for (const theme of THEME_NAMES) {
      it(`gives axe-core nothing serious to find: ${sample}, ${theme}`, async () => {
        const tab = await open("runs", sample, theme);
        await tab.waitForTimeout(300);
        deepStrictEqual(await serious(tab), []);
        await close(tab);
      });
    }
  }

  it("opens with the verdict, whose parts lead to their rows", async () => {
    const tab = await open("runs", "three");
    const verdict = tab.locator(".verdict");
    ok((await verdict.innerText()).startsWith("calm-owl-77 is best"));
    await verdict.getByRole("button", { name: "max_depth" }).click();
    strictEqual(await tab.evaluate(() => document.activeElement?.textContent), "max_depth");
    await close(tab);
  });

  it("asks whether lower or higher is better, and keeps the answer", async () => {
    const tab = await open("runs", "unknown");
    strictEqual(await tab.locator(".best-mark").count(), 0);
    await tab.getByRole("button", { name: "Lower is better", exact: true }).click();
    await tab.locator(".best-mark").waitFor();
    deepStrictEqual((await asked(tab, "sayGoal")).at(-1)?.[1], "min");
    await tab.reload();
    await tab.locator(".best-mark").waitFor();
    strictEqual(await tab.getByRole("button", { name: "Lower is better", exact: true }).count(), 0);
    await close(tab);
  });

  it("edits the note of the run that is chosen, and asks for more runs", async () => {
    const tab = await open("runs", "three");
    await tab.getByRole("button", { name: "Edit Note…" }).click();
    await tab.getByRole("menuitem").nth(1).click();
    strictEqual((await asked(tab, "editNote")).length, 1);
    await tab
      .getByRole("button", { name: /^Edit the note of/ })
      .first()
      .click();
    strictEqual((await asked(tab, "editNote", 2)).length, 2);
    await tab.getByRole("button", { name: "Add Runs…" }).click();
    strictEqual((await asked(tab, "pickRuns")).length, 1);
    await close(tab);
  });

  it("offers more runs where none is left", async () => {
    const tab = await open("runs", "none");
    await tab.getByRole("button", { name: "Add Runs…" }).click();
    strictEqual((await asked(tab, "pickRuns")).length, 1);
    await close(tab);
  });

  it("says how metrics differ from the baseline in numbers and words, and from another run once that is the baseline", async () => {
    const tab = await open("runs", "three");
    const cell = grid(tab).locator("tr", { hasText: "train_loss" }).locator("td").nth(1);
    strictEqual(await cell.innerText(), "0.1181\n+0.031 (+36 %) ↑ worse");
    await tab.getByRole("button", { name: "Measure the others against calm-owl-77" }).click();
    await tab.waitForFunction(() => !document.querySelector(".virtual-grid tbody tr td:nth-of-type(2) .delta"));
    strictEqual(await cell.innerText(), "0.1181");
    await close(tab);
  });

  it("greys what is within the tolerance", async () => {
    const tab = await open("runs", "three");
    strictEqual(await grid(tab).locator("td.metric.same").count(), 1);
    await tab.getByLabel("Tolerance:").fill("1");
    await tab.keyboard.press("Enter");
    await tab.locator("td.metric.same").nth(2).waitFor();
    await tab.getByLabel("Tolerance:").fill("much");
    await tab.keyboard.press("Enter");
    strictEqual(await tab.getByLabel("Tolerance:").inputValue(), "1");
    await close(tab);
  });

  it("shows differences only, orders by a metric and keeps both over a reload", async () => {
    const tab = await open("runs", "three");
    await tab.getByText("(17 equal hidden)").waitFor();
    await tab.getByLabel("Only differences").uncheck();
    await tab.getByText("batch_size").waitFor();
    await grid(tab)
      .getByRole("button", { name: /^val_loss/ })
      .first()
      .click();
    deepStrictEqual(await heads(tab), ["calm-owl-77", "brave-swan-412", "swift-hare-9"]);
    await tab.reload();
    await tab.getByText("batch_size").waitFor();
    deepStrictEqual(await heads(tab), ["calm-owl-77", "brave-swan-412", "swift-hare-9"]);
    await tab.getByRole("button", { name: "Remove swift-hare-9 from comparison" }).click();
    await tab.waitForFunction(() => document.querySelectorAll(".chip").length === 2);
    await close(tab);
  });

  it("goes from difference to difference by F7 and Shift+F7", async () => {
    const tab = await open("runs", "three");
    await tab.getByLabel("Only differences").uncheck();
    const focused = () => tab.evaluate(() => document.activeElement?.textContent);
    await tab.keyboard.press("F7");
    ok((await focused())?.startsWith("train_loss"));
    for (let times = 0; times < 4; times++) await tab.keyboard.press("F7");
    strictEqual(await focused(), "features", "equal rows are passed over");
    await tab.getByText("difference 5 of 17").waitFor();
    await tab.keyboard.press("Shift+F7");
    ok((await focused())?.startsWith("rows_dropped"));
    await close(tab);
  });

  it("turns round, and finds the differences of columns too", async () => {
    const tab = await open("runs", "three");
    await tab.getByRole("button", { name: "Runs as rows" }).click();
    strictEqual(await grid(tab).getAttribute("aria-colcount"), "18");
    deepStrictEqual(await heads(tab), ["brave-swan-412", "calm-owl-77", "swift-hare-9"]);
    await tab.keyboard.press("F7");
    ok((await tab.evaluate(() => document.activeElement?.textContent))?.includes("train_loss"));
    await close(tab);
  });

  it("arranges runs by keys and by dragging, and takes them out by Delete", async () => {
    const tab = await open("runs", "three");
    await tab
      .getByRole("toolbar", { name: "Runs compared" })
      .getByRole("button", { name: "calm-owl-77", exact: true })
      .focus();
    await tab.keyboard.press("Alt+ArrowLeft");
    const runs = async (times: number) => (await asked(tab, "arrange", times)).at(-1)?.[0] as { run: string }[];
    deepStrictEqual(
      (await runs(1)).map(({ run }) => run.slice(0, 2)),
      ["0c", "0b", "0d"],
    );
    const chip = (name: string) => tab.getByRole("group", { name: new RegExp(`^${name}`) });
    await chip("swift-hare-9").dragTo(chip("brave-swan-412"), { targetPosition: { x: 2, y: 10 } });
    deepStrictEqual(
      (await runs(2)).map(({ run }) => run.slice(0, 2)),
      ["0d", "0b", "0c"],
    );
    await chip("swift-hare-9").getByRole("button").first().focus();
    await tab.keyboard.press("Delete");
    strictEqual((await asked(tab, "unpin")).length, 1);
    await close(tab);
  });

  it("reaches every cell of 500 runs with 1,000 keys by keys, drawing few of them", async () => {
    const tab = await open("runs", "five-hundred");
    await grid(tab).focus();
    await tab.keyboard.press("ArrowDown");
    await tab.keyboard.press("Control+End");
    const columns = await grid(tab).getAttribute("aria-colcount");
    await tab.waitForFunction((last) => document.activeElement?.getAttribute("aria-colindex") === last, columns);
    ok(Number(columns) > 900);
    strictEqual(await tab.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex")), "501");
    ok((await grid(tab).locator("td").count()) < 2500);
    await tab.keyboard.press("Control+Home");
    await tab.waitForFunction(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") === "2");
    await close(tab);
  });

  it("shows hostile names as text", async () => {
    const tab = await open("runs", "hostile");
    await tab.getByText("onerror=").first().waitFor();
    await tab.waitForTimeout(300);
    strictEqual(await tab.locator("img, iframe, object, #page script").count(), 0);
    strictEqual(await tab.locator("[onerror], [onclick], [href^=javascript], [href^=data]").count(), 0);
    strictEqual(await tab.evaluate(() => document.body.dataset.evil), undefined);
    await close(tab);
  });

  it("says so when runs vanished or one is left", async () => {
    const tab = await open("runs", "vanished");
    await tab.getByText("2 of 3 runs are no longer there:").waitFor();
    await tab.getByText("One run is left;").waitFor();
    await tab.getByRole("button", { name: "Remove from comparison", exact: true }).click();
    strictEqual((await asked(tab, "unpin", 2)).length, 2);
    await close(tab);
  });
});

describe("the artifacts of a comparison in a browser", function () {
  this.timeout(120_000);
  const { open, asked, serious } = usePages();
  const close = (tab: Page) => tab.context().close();

  async function openFiles(sample = "three"): Promise<Page> {
    const tab = await open("runs", sample);
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await tab.getByRole("grid", { name: "Artifacts by run" }).waitFor();
    return tab;
  }

  it("says which run has which file, and which are the same", async () => {
    const tab = await openFiles();
    const row = (name: string) => tab.getByRole("grid", { name: "Artifacts by run" }).locator("tr", { hasText: name });
    await row("config.json").getByText("same").nth(1).waitFor();
    deepStrictEqual(await row("metrics.csv").locator("td").allInnerTexts(), [
      "5.1 kB",
      "5.1 kB\ndiffers",
      "5.1 kB\ndiffers",
    ]);
    strictEqual(await row("only-here").locator("td").nth(1).innerText(), "30 kB\nadded");
    deepStrictEqual(await serious(tab), []);
    await close(tab);
  });

  it("shows logged images at one step, zoomed and moved together, and where they differ", async () => {
    const tab = await openFiles();
    await tab.getByRole("button", { name: "val/samples" }).click();
    await tab.getByText("Step 30", { exact: true }).waitFor();
    await tab.getByText("No image at this step.").waitFor();
    await tab.getByRole("slider", { name: /^Step/ }).focus();
    await tab.keyboard.press("ArrowLeft");
    await tab.keyboard.press("ArrowLeft");
    await tab.getByText("Step 10", { exact: true }).waitFor();
    await tab.locator(".image-scroll img").nth(2).waitFor();
    await tab.getByRole("button", { name: "Pixel for pixel" }).click();
    for (let times = 0; times < 3; times++) await tab.getByRole("button", { name: "Zoom In" }).click();
    await tab.getByText("800 %").waitFor();
    strictEqual(
      await tab
        .locator(".image-scroll img")
        .first()
        .evaluate((img) => img.clientWidth),
      800,
    );
    await tab
      .locator(".image-scroll")
      .first()
      .evaluate((box) => box.scrollTo(120, 80));
    await tab.waitForFunction(() => document.querySelectorAll(".image-scroll")[2]?.scrollTop === 80);
    await tab.getByRole("button", { name: "Difference", exact: true }).click();
    await tab
      .getByText(/^[\d,]+ pixels differ \([\d.]+ %\), by \d+ of 255 at most\.$/)
      .first()
      .waitFor();
    strictEqual(await tab.locator(".image-scroll canvas").count(), 2);
    deepStrictEqual(await serious(tab), []);
    await close(tab);
  });

  it("shows texts side by side and opens the editor's own diff", async () => {
    const tab = await openFiles();
    await tab.getByRole("button", { name: "report.md" }).click();
    await tab.getByRole("heading", { name: "Report" }).nth(2).waitFor();
    await tab.getByRole("button", { name: "Open Diff" }).first().click();
    const [left, right] = (await asked(tab, "diffFiles"))[0] as { ref: { run: string }; path: string }[];
    deepStrictEqual([left?.ref.run.slice(0, 2), right?.ref.run.slice(0, 2), right?.path], ["0b", "0c", "report.md"]);
    await close(tab);
  });

  it("shows what changed in tables, row by row, and against which run", async () => {
    const tab = await openFiles();
    await tab.getByRole("button", { name: "metrics.csv" }).click();
    await tab.getByText("6 rows changed, 0 the same").waitFor();
    const grid = tab.getByRole("grid", { name: "Rows that differ" });
    const before = await grid.locator("tbody tr").first().innerText();
    ok(/0\.4\d? → 0\.4\d?/.test(before), before);
    await tab.getByLabel("Against brave-swan-412:").selectOption("swift-hare-9");
    await tab.waitForFunction((text) => document.querySelector(".table-diff tbody tr")?.textContent !== text, before);
    await tab.getByLabel("Rows matched by").selectOption("rows");
    deepStrictEqual(await serious(tab), []);
    await close(tab);
  });
});
