import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { usePages } from "./pages/usePages.ts";
import { THEME_NAMES } from "./pages/variables.ts";

describe("the webview pages in a browser", function () {
  this.timeout(120_000);
  const { open, asked, serious } = usePages();

  const PAGES = [
    ["run", "typical"],
    ["run", "damaged"],
    ["run", "many-params"],
    ["run", "gone"],
  ] as const;
  for (const [page, sample] of PAGES) {
    for (const theme of THEME_NAMES) {
      it(`gives axe-core nothing serious to find: ${page}, ${sample}, ${theme}`, async () => {
        const tab = await open(page, sample, theme);
        await tab.waitForTimeout(300);
        deepStrictEqual(await serious(tab), []);
        await tab.context().close();
      });
    }
  }

  for (const page of ["run", "runs"] as const) {
    it(`shows hostile names as text: ${page}`, async () => {
      const tab = await open(page, "hostile");
      await tab.getByText("onerror=").first().waitFor();
      await tab.waitForTimeout(300);
      strictEqual(await tab.locator("img, iframe, object, #page script").count(), 0);
      strictEqual(await tab.locator("[onerror], [onclick], [href^=javascript], [href^=data]").count(), 0);
      strictEqual(await tab.evaluate(() => document.body.dataset.evil), undefined);
      await tab.context().close();
    });
  }

  it("narrows metrics, params and charts by one filter", async () => {
    const tab = await open("run", "typical");
    await tab.locator(".chart-card").nth(2).waitFor();
    await tab.getByLabel("Filter metrics and params").fill("val loss");
    await tab.getByText("1 of 15").waitFor();
    strictEqual(await tab.locator(".chart-card").count(), 1);
    await tab.keyboard.press("Escape");
    await tab.locator(".chart-card").nth(2).waitFor();
    await tab.context().close();
  });

  it("shows short numbers and copies exact ones", async () => {
    const tab = await open("run", "typical");
    const number = tab.getByRole("grid", { name: "Metrics" }).getByRole("button", { name: "0.3182" });
    ok((await number.getAttribute("title"))?.includes("0.318204719"));
    await number.click();
    await tab.getByText("Copied", { exact: true }).waitFor();
    deepStrictEqual(await asked(tab, "copy"), [["0.318204719"]]);
    await tab.context().close();
  });

  it("copies by keyboard alone", async () => {
    const tab = await open("run", "typical");
    await tab.getByRole("grid", { name: "Params" }).focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown", "Enter"]) await tab.keyboard.press(key);
    deepStrictEqual(await asked(tab, "copy"), [["50"]]);
    await tab.context().close();
  });

  it("draws only the rows in sight of a thousand, and reaches the last", async () => {
    const tab = await open("run", "many-params");
    const grid = tab.getByRole("grid", { name: "Params" });
    strictEqual(await grid.getAttribute("aria-rowcount"), "1001");
    ok((await grid.locator("tbody tr").count()) < 120);
    const last = grid.locator("[data-row='999']");
    // Rows differ in height, so the end is known for sure only once it is near.
    for (let tries = 0; tries < 5 && !(await last.isVisible()); tries++) {
      await tab.locator(".table-box", { has: grid }).evaluate((box) => box.scrollTo(0, 1e9));
      await tab.waitForTimeout(100);
    }
    await last.waitFor();
    await tab.context().close();
  });

  it("opens problems, parents and neighbours, and compares", async () => {
    const tab = await open("run", "typical");
    await tab.getByRole("button", { name: "tuning 2026-03" }).click();
    await tab.getByRole("button", { name: "Next run: swift-hare-9" }).click();
    await tab.getByRole("button", { name: "Compare with Previous" }).click();
    strictEqual((await asked(tab, "open", 2)).length, 2);
    strictEqual((await asked(tab, "compareWith")).length, 1);
    await tab.context().close();
    const damaged = await open("run", "damaged");
    await damaged.getByRole("button", { name: /metrics\/loss:3$/ }).click();
    const [place] = (await asked(damaged, "openProblem"))[0] ?? [];
    strictEqual((place as { line: number }).line, 3);
    await damaged.context().close();
  });

  it("previews artifacts inline and opens folders when asked", async () => {
    const tab = await open("run", "typical");
    await tab.getByRole("button", { name: "metrics.csv", exact: true }).click();
    await tab.getByText("The first 200 of 1,000 rows.").waitFor();
    await tab.getByRole("button", { name: "plots", exact: true }).click();
    await tab.getByRole("button", { name: "residuals.png", exact: true }).click();
    const image = tab.getByRole("img", { name: "residuals.png" });
    await image.waitFor();
    ok(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth > 0));
    await tab.getByRole("button", { name: "Open config.json" }).click();
    strictEqual((await asked(tab, "openArtifact")).length, 1);
    await tab.context().close();
  });

  it("keeps over a hidden tab what was filtered, unfolded and previewed, and where the reader was", async () => {
    const tab = await open("run", "typical", "light", 900);
    await tab.getByLabel("Filter metrics and params").fill("loss");
    await tab.getByRole("button", { name: "plots", exact: true }).click();
    await tab.getByRole("button", { name: "residuals.png", exact: true }).click();
    await tab.getByRole("button", { name: /^Signature/ }).click();
    await tab.getByRole("button", { name: "Log scale" }).click();
    await tab.getByRole("img", { name: "residuals.png" }).waitFor();
    await tab.evaluate(() => scrollTo(0, 500));
    await tab.waitForTimeout(300);
    const before = await tab.evaluate(() => scrollY);
    ok(before > 400);
    await tab.reload();
    await tab.getByRole("img", { name: "residuals.png" }).waitFor();
    await tab.getByRole("heading", { name: "Inputs" }).waitFor();
    strictEqual(await tab.getByLabel("Filter metrics and params").inputValue(), "loss");
    strictEqual(await tab.getByRole("button", { name: "Log scale" }).getAttribute("aria-pressed"), "true");
    await tab.waitForTimeout(600);
    strictEqual(await tab.evaluate(() => scrollY), before);
    await tab.getByRole("button", { name: "Close preview" }).click();
    await tab.reload();
    await tab.getByRole("button", { name: "residuals.png", exact: true }).waitFor();
    strictEqual(await tab.getByRole("img", { name: "residuals.png" }).count(), 0);
    await tab.context().close();
  });

  it("says what a logarithmic axis leaves out", async () => {
    const tab = await open("run", "negative");
    await tab.locator(".chart-card canvas").first().waitFor();
    strictEqual(await tab.getByText("log scale:").count(), 0);
    await tab.getByRole("button", { name: "Log scale" }).click();
    await tab
      .getByText(/^Not on a log scale: \d+ values of zero or below$/)
      .nth(1)
      .waitFor();
    await tab.context().close();
  });

  it("grows with a live run and keeps filter and scroll", async () => {
    const tab = await open("run", "live", "light", 480);
    await tab.getByText("20 points").first().waitFor();
    await tab.evaluate(() => scrollTo(0, 200));
    const before = await tab.evaluate(() => scrollY);
    await tab.evaluate(() => window.grow(7));
    await tab.getByText("27 points").first().waitFor();
    strictEqual(await tab.evaluate(() => scrollY), before);
    await tab.context().close();
  });

  it("loses no key that is pressed before the browser has said which charts are in sight", async () => {
    const tab = await open("run", "typical");
    await tab.locator(".chart-card canvas").first().waitFor();
    await tab.evaluate(() => {
      const Real = IntersectionObserver;
      window.IntersectionObserver = class extends Real {
        override observe(target: Element): void {
          if (!target.matches("[role=slider]")) super.observe(target);
        }
      };
    });
    const filter = tab.getByLabel("Filter metrics and params");
    await filter.fill("no such metric");
    await tab.locator(".chart-card").first().waitFor({ state: "detached" });
    await filter.fill("");
    const chart = tab.getByRole("slider", { name: /^train_loss by step/ });
    await chart.focus();
    await tab.keyboard.press("ArrowRight");
    strictEqual(await chart.getAttribute("aria-valuetext"), "step 0: train_loss 2.266");
    await tab.context().close();
  });

  it("shows a chart's data as a table, and moves its cursor by keys", async () => {
    const tab = await open("run", "typical");
    const chart = tab.getByRole("slider", { name: /^train_loss by step/ });
    await chart.focus();
    await tab.keyboard.press("ArrowRight");
    await tab.keyboard.press("ArrowRight");
    await tab.getByText("step 1", { exact: true }).first().waitFor();
    strictEqual(await chart.getAttribute("aria-valuetext"), "step 1: train_loss 2.216");
    await tab.getByRole("button", { name: "Show data of train_loss as table" }).click();
    strictEqual(await tab.getByRole("grid", { name: "train_loss" }).getAttribute("aria-rowcount"), "201");
    await tab.context().close();
  });
});
