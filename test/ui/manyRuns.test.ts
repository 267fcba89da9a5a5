import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { usePages } from "./pages/usePages.ts";
import { THEME_NAMES, type ThemeName } from "./pages/variables.ts";

describe("the charts across runs", function () {
  this.timeout(120_000);
  const { open: openPage, asked, serious } = usePages();

  const section = (tab: Page): Locator => tab.getByRole("region", { name: "Across runs" });
  const choose = (tab: Page, view: string): Promise<void> =>
    section(tab).locator(".segment", { hasText: view }).click();
  const open = async (view: string, sample = "sweep", theme: ThemeName = "light"): Promise<Page> => {
    const tab = await openPage("runs", sample, theme);
    await choose(tab, view);
    await section(tab).evaluate((element) => element.scrollIntoView({ block: "start" }));
    return tab;
  };
  const plot = (tab: Page): Locator => section(tab).locator(".plot.items");
  const says = (tab: Page, start: string): Promise<void> =>
    plot(tab)
      .and(tab.locator(`[aria-valuetext^="${start}"]`))
      .waitFor();
  const heads = (tab: Page): Promise<string[]> =>
    section(tab).locator(".axis-head > span:first-child").allTextContents();
  /** From left to right, wherever they stand in the page. */
  const axes = async (tab: Page): Promise<string[]> => {
    const boxes = await Promise.all((await section(tab).locator(".axis-head").all()).map((head) => head.boundingBox()));
    const names = await heads(tab);
    return names
      .map((name, i) => ({ name, x: boxes[i]?.x ?? 0 }))
      .sort((a, b) => a.x - b.x)
      .map(({ name }) => name);
  };

  for (const view of ["Parallel coordinates", "Scatter", "Box", "Correlation"]) {
    for (const theme of THEME_NAMES) {
      it(`give axe-core nothing serious to find: ${view}, ${theme}`, async () => {
        const tab = await open(view, "sweep", theme);
        await plot(tab).focus();
        await tab.keyboard.press("ArrowRight");
        deepStrictEqual(await serious(tab), []);
      });
    }
  }

  it("scatter any two columns, with a color and a size, and open a run", async () => {
    const tab = await open("Scatter");
    await section(tab).getByLabel("X", { exact: true }).selectOption("learning_rate");
    await section(tab).getByRole("button", { name: "Log x" }).click();
    await section(tab).getByLabel("Color").selectOption("model");
    await section(tab).getByLabel("Size").selectOption("fit_seconds");
    await section(tab).getByText("59 of 60 runs").waitFor();
    await section(tab).getByText("1 run without a place on both axes left out").waitFor();
    deepStrictEqual(await section(tab).locator(".coding-entry").allTextContents(), ["boosting", "forest", "linear"]);
    await plot(tab).focus();
    await tab.keyboard.press("Home");
    await says(tab, "trial-");
    const text = await plot(tab).getAttribute("aria-valuetext");
    ok(
      /^trial-\d+: learning_rate 0\.\d+, val_loss 0\.\d+, model \w+, fit_seconds [\d.]+$/.test(text ?? ""),
      text ?? "",
    );
    await tab.keyboard.press("Enter");
    await tab.getByRole("menuitem", { name: "Open", exact: true }).click();
    const [[ref] = []] = await asked(tab, "open");
    ok(typeof (ref as { run: string }).run === "string");
  });

  it("follow the mouse to the nearest point, and open it by a click", async () => {
    const tab = await open("Scatter");
    await plot(tab).focus();
    await tab.keyboard.press("Home");
    const readout = section(tab).locator(".readout");
    await readout.waitFor();
    const name = await readout.locator(".readout-name").textContent();
    const at = await readout.evaluate((element) => [element.style.left, element.style.top].map(Number.parseFloat));
    await plot(tab).blur();
    await plot(tab).hover({ position: { x: at[0] ?? 0, y: at[1] ?? 0 } });
    strictEqual(await readout.locator(".readout-name").textContent(), name);
    await plot(tab).click({ position: { x: at[0] ?? 0, y: at[1] ?? 0 } });
    await tab.getByRole("menu", { name: name ?? "" }).waitFor();
    await tab.locator("[role=menuitem]:focus", { hasText: "Open" }).waitFor();
    await tab.keyboard.press("Enter");
    strictEqual((await asked(tab, "open")).length, 1);
  });

  it("pick parts of axes by dragging, and by keys", async () => {
    const tab = await open("Parallel coordinates");
    const status = section(tab).locator(".parallel-foot [role=status]");
    const box = await plot(tab).boundingBox();
    ok(box);
    await tab.mouse.move(box.x + 56, box.y + 20);
    await tab.mouse.down();
    await tab.mouse.move(box.x + 56, box.y + 150, { steps: 4 });
    await tab.mouse.up();
    await status.getByText(/^\d+ of 60 runs selected$/).waitFor();
    await section(tab).getByRole("button", { name: "Clear selection" }).click();
    strictEqual(await status.textContent(), "");
    const thumb = section(tab).getByRole("slider", { name: "model: to" });
    await thumb.focus();
    strictEqual(await thumb.getAttribute("aria-valuetext"), "linear");
    await tab.keyboard.press("ArrowDown");
    await status.getByText(/^\d+ of 60 runs selected$/).waitFor();
    strictEqual(await thumb.getAttribute("aria-valuetext"), "forest");
    await tab.keyboard.press("Delete");
    strictEqual(await status.textContent(), "");
  });

  it("move axes by keys and by dragging, put them on a log scale, take them away and add them; kept over a reload", async () => {
    const tab = await open("Parallel coordinates");
    const before = await axes(tab);
    const first = section(tab).locator(".axis-head").first();
    await first.focus();
    await tab.keyboard.press("Shift+ArrowRight");
    deepStrictEqual(await axes(tab), [before[1], before[0], ...before.slice(2)]);
    await tab.keyboard.press("Shift+ArrowLeft");
    deepStrictEqual(await axes(tab), before);
    const boxes = await Promise.all(
      [first, section(tab).locator(".axis-head").nth(1)].map((head) => head.boundingBox()),
    );
    const [from, to] = boxes;
    ok(from && to);
    await tab.mouse.move(from.x + 10, from.y + 8);
    await tab.mouse.down();
    await tab.mouse.move(to.x + 14, from.y + 8, { steps: 5 });
    await tab.mouse.up();
    deepStrictEqual(await axes(tab), [before[1], before[0], ...before.slice(2)]);
    const rate = section(tab).getByRole("button", { name: /^Axis learning_rate/ });
    await rate.click();
    await tab.getByRole("menuitemcheckbox", { name: "Log Scale" }).click();
    await rate.getByText("log").waitFor();
    await section(tab)
      .getByRole("button", { name: /^Axis seed/ })
      .click();
    await tab.getByRole("menuitem", { name: "Remove Axis" }).click();
    ok(!(await axes(tab)).includes("seed"));
    await section(tab).getByLabel("Add axis").selectOption("fit_seconds");
    strictEqual((await axes(tab)).at(-1), "fit_seconds");
    const kept = await axes(tab);
    await tab.waitForTimeout(100);
    await tab.reload();
    await section(tab).evaluate((element) => element.scrollIntoView({ block: "start" }));
    await rate.getByText("log").waitFor();
    deepStrictEqual(await axes(tab), kept);
  });

  it("walk along the runs of parallel coordinates by keys, and open one", async () => {
    const tab = await open("Parallel coordinates");
    await plot(tab).focus();
    await tab.keyboard.press("ArrowRight");
    await says(tab, "trial-0: ");
    await tab.keyboard.press("ArrowRight");
    await says(tab, "trial-1: ");
    await tab.keyboard.press("Enter");
    await tab.locator("[role=menuitem]:focus", { hasText: "Open" }).waitFor();
    await tab.keyboard.press("Enter");
    strictEqual((await asked(tab, "open")).length, 1);
    // The menu is gone, and the chart is where it was.
    await says(tab, "trial-1: ");
    await tab.keyboard.press(" ");
    const [[refs, isPinned] = []] = await asked(tab, "setPinned");
    strictEqual((refs as readonly unknown[]).length, 1);
    strictEqual(isPinned, true);
  });

  it("compare groups by boxes, and say what they are of", async () => {
    const tab = await open("Box");
    await section(tab).getByLabel("Group by").selectOption("model");
    await plot(tab).focus();
    await tab.keyboard.press("Home");
    await plot(tab).and(tab.locator('[aria-valuetext*="median 0."]')).waitFor();
    await section(tab).getByRole("button", { name: "Show data of val_loss by model as table" }).click();
    const grid = section(tab).getByRole("grid");
    strictEqual(await grid.getAttribute("aria-rowcount"), "4");
    strictEqual((await grid.getByRole("columnheader").first().textContent())?.trim(), "model");
  });

  it("rank the params by how they go with the metric, with the number of runs", async () => {
    const tab = await open("Correlation");
    await plot(tab).focus();
    await tab.keyboard.press("Home");
    await plot(tab).and(tab.locator('[aria-valuetext$=" runs"]')).waitFor();
    await section(tab).getByLabel("Metric").selectOption("val_r2");
    await section(tab).getByRole("heading", { name: "Rank correlation with val_r2" }).waitFor();
  });

  it("are saved as a drawing, a picture and numbers", async () => {
    const tab = await open("Parallel coordinates");
    for (const view of ["Parallel coordinates", "Scatter", "Box", "Correlation"]) {
      await choose(tab, view);
      for (const [way, start] of [
        ["SVG drawing", "<svg "],
        ["PNG picture", "\u{fffd}PNG"],
        ["CSV data", ""],
      ] as const) {
        await section(tab)
          .getByRole("button", { name: /^Save / })
          .click();
        const [download] = await Promise.all([
          tab.waitForEvent("download"),
          tab.getByRole("menuitem", { name: way }).click(),
        ]);
        const text = (await readFile(await download.path())).toString();
        ok(text.startsWith(start) && text.length > 100, `${view}, ${way}`);
      }
    }
  });

  it("stay away where two runs are compared, and stand 500", async () => {
    const two = await openPage("runs", "two");
    strictEqual(await section(two).count(), 0);
    const tab = await open("Scatter", "large-sweep");
    await section(tab).getByText("499 of 500 runs").waitFor();
  });
});
