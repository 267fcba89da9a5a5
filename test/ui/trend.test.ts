import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { usePages } from "./pages/usePages.ts";
import { THEME_NAMES, type ThemeName } from "./pages/variables.ts";

describe("the tab Trend", function () {
  this.timeout(120_000);
  const { open: openPage, asked, serious } = usePages();

  const open = async (sample = "table-groups", theme: ThemeName = "light") => {
    const tab = await openPage("runs", sample, theme);
    await tab.getByRole("tab", { name: "Trend" }).click();
    await tab.locator(".trend-page").waitFor();
    return tab;
  };

  for (const theme of THEME_NAMES) {
    it(`gives axe-core nothing serious to find: ${theme}`, async () => {
      const tab = await open("table-groups", theme);
      await tab.locator(".plot.items").focus();
      await tab.keyboard.press("End");
      deepStrictEqual(await serious(tab), []);
    });
  }

  it("answers in one sentence, says what it is of, and opens a run by keys", async () => {
    const tab = await open();
    const sentence = await tab.locator(".trend-sentence").textContent();
    ok(/best of .* on /.test(sentence ?? ""), sentence ?? "");
    await tab.getByText(/^\d+ of 400 runs$/).waitFor();
    const plot = tab.locator(".plot.items");
    await plot.focus();
    await tab.keyboard.press("End");
    await tab.locator(".readout-name").waitFor();
    ok(/: [\d.]+, \d{4}-\d\d-\d\d /.test((await plot.getAttribute("aria-valuetext")) ?? ""));
    await tab.keyboard.press("Enter");
    await tab.locator("[role=menuitem]:focus", { hasText: "Open" }).waitFor();
    await tab.keyboard.press("Enter");
    strictEqual((await asked(tab, "open")).length, 1);
  });

  it("draws all runs of the table across their columns, in ranges, kept over a reload, and pins from there", async () => {
    const tab = await open();
    const before = (await asked(tab, "page", 0)).length;
    await tab.getByRole("button", { name: "Charts across these runs" }).click();
    await tab.getByText("400 runs", { exact: true }).waitFor();
    const ranges = (await asked(tab, "page", before + 1)).slice(before);
    deepStrictEqual(
      ranges.map(([offset, limit]) => [offset, limit]),
      [[0, 2000]],
    );
    await tab.locator(".segment", { hasText: "Scatter" }).click();
    await tab
      .getByText(/^\d+ of 400 runs$/)
      .nth(1)
      .waitFor();
    const plot = tab.locator(".plot.items").nth(1);
    await plot.focus();
    await tab.keyboard.press("Home");
    await tab.locator(".readout-name").waitFor();
    await tab.keyboard.press(" ");
    strictEqual((await asked(tab, "setPinned")).length, 1);
    deepStrictEqual(await serious(tab), []);
    await tab.reload();
    await tab.getByRole("tab", { name: "Trend" }).click();
    await tab.getByRole("heading", { name: "Across runs" }).waitFor();
  });

  it("pins a run by the space bar or its menu, and rings the pinned ones", async () => {
    const tab = await open();
    const plot = tab.locator(".plot.items");
    await plot.focus();
    await tab.keyboard.press("End");
    await tab.keyboard.press(" ");
    strictEqual((await asked(tab, "setPinned")).length, 1);
    await tab.getByText("Ring: pinned").waitFor();
    await tab.keyboard.press("Enter");
    await tab.getByRole("menuitem", { name: /^Unpin/ }).click();
    deepStrictEqual(
      (await asked(tab, "setPinned", 2)).map(([, isPinned]) => isPinned),
      [true, false],
    );
    await tab.getByText("Ring: pinned").waitFor({ state: "detached" });
  });

  it("shows another metric, its best value, and groups; asks again when runs change; kept over a reload", async () => {
    const tab = await open();
    await tab.getByLabel("Group by").selectOption("model");
    await tab.locator(".coding-entry").first().waitFor();
    await tab.locator(".segment", { hasText: "Best" }).click();
    const before = (await asked(tab, "trend", 3)).length;
    await tab.evaluate(() => window.changeRuns());
    const all = await asked(tab, "trend", before + 1);
    deepStrictEqual(all.at(-1)?.slice(1), ["best", { kind: "param", key: "model" }]);
    await tab.waitForTimeout(100);
    await tab.reload();
    await tab.getByRole("tab", { name: "Trend" }).click();
    await tab.locator(".coding-entry").first().waitFor();
    strictEqual(await tab.getByLabel("Group by").inputValue(), "param:model");
  });

  it("shows its data as a table, and says so where there are no runs", async () => {
    const tab = await open("table-three");
    await tab.getByRole("button", { name: /^Show data of / }).click();
    ok((await tab.getByRole("grid").getByRole("columnheader").allTextContents()).includes("best so far"));
    await open("table-one");
    await open("table-none");
  });
});
