import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { usePages } from "./pages/usePages.ts";
import { THEME_NAMES, type ThemeName } from "./pages/variables.ts";

describe("the charts of a comparison", function () {
  this.timeout(120_000);
  const { open: openPage, asked, serious } = usePages();

  /** A comparison with its charts in sight: before they are, nothing is asked for. */
  const open = async (sample: string, theme: ThemeName = "light"): Promise<Page> => {
    const tab = await openPage("runs", sample, theme);
    await inSight(tab);
    return tab;
  };
  const inSight = (tab: Page): Promise<void> =>
    tab.getByRole("toolbar", { name: "Charts" }).evaluate((toolbar) => toolbar.scrollIntoView({ block: "start" }));
  const plot = (tab: Page, title: string): Locator => tab.getByRole("slider", { name: new RegExp(`^${title} `) });
  const card = (tab: Page, title: string): Locator =>
    tab.locator(".chart-card", { has: tab.getByRole("heading", { name: title, exact: true }) });
  /** Waits until a chart's cursor says this; what it says is drawn a moment after the key. */
  const says = (tab: Page, title: string, start: string): Promise<void> =>
    plot(tab, title)
      .and(tab.locator(`[aria-valuetext^="${start}"]`))
      .waitFor();

  for (const theme of THEME_NAMES) {
    it(`give axe-core nothing serious to find, with a cursor and a menu open: ${theme}`, async () => {
      const tab = await open("three", theme);
      await plot(tab, "train_loss").focus();
      await tab.keyboard.press("ArrowRight");
      deepStrictEqual(await serious(tab), []);
      await tab.getByRole("button", { name: "Save train_loss" }).click();
      deepStrictEqual(await serious(tab), []);
    });
  }

  it("list all values under the cursor, best first, at the same step in every chart", async () => {
    const tab = await open("three");
    const chart = plot(tab, "train_loss");
    await chart.focus();
    await tab.keyboard.press("End");
    await says(tab, "train_loss", "step 199: calm-owl-77 0.09429, brave-swan-412 0.1157, swift-hare-9 0.208");
    await tab.keyboard.press("ArrowLeft");
    await says(tab, "train_loss", "step 198: ");
    await tab.keyboard.press("Shift+ArrowLeft");
    await says(tab, "train_loss", "step 178: ");
    strictEqual(await card(tab, "val_loss").locator(".readout-row").count(), 2);
    await chart.blur();
    await says(tab, "train_loss", "no cursor");
  });

  it("follow the mouse from point to point", async () => {
    const tab = await open("three");
    const chart = plot(tab, "train_loss");
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    ok(box);
    await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await card(tab, "train_loss")
      .getByText(/^step \d+$/)
      .waitFor();
    strictEqual(await card(tab, "train_loss").locator(".readout-row").count(), 3);
    await tab.mouse.move(0, 0);
    await card(tab, "train_loss").locator(".readout").waitFor({ state: "detached" });
  });

  it("offer to open and pin the run of a line, by keys and by a click on it", async () => {
    const tab = await open("three");
    const chart = plot(tab, "train_loss");
    await chart.focus();
    await tab.keyboard.press("End");
    await says(tab, "train_loss", "step 199: calm-owl-77 ");
    await tab.keyboard.press("ArrowDown");
    await tab.keyboard.press("ArrowDown");
    await says(tab, "train_loss", "step 199: brave-swan-412 0.1157");
    await tab.keyboard.press(" ");
    const [[refs] = []] = await asked(tab, "setPinned");
    const [pinned] = refs as readonly { readonly run: string }[];
    await tab.keyboard.press("Enter");
    await tab.getByRole("menu", { name: "brave-swan-412" }).waitFor();
    await tab.locator("[role=menuitem]:focus", { hasText: "Open" }).waitFor();
    await tab.keyboard.press("Enter");
    const [[opened] = []] = await asked(tab, "open");
    strictEqual((opened as { readonly run: string }).run, pinned?.run);
    await chart.blur();
    const box = await chart.boundingBox();
    ok(box);
    // Far from all lines a click is of none.
    await tab.mouse.click(box.x + box.width - 60, box.y + 20);
    strictEqual(await tab.getByRole("menu").count(), 0);
    for (let y = 30; y < box.height - 30 && (await tab.getByRole("menu").count()) === 0; y += 8) {
      await tab.mouse.click(box.x + box.width / 3, box.y + y);
    }
    await tab.getByRole("menuitem", { name: /^Set as Baseline/ }).click();
  });

  it("zoom together by dragging and by keys, and back", async () => {
    const tab = await open("three");
    const chart = plot(tab, "train_loss");
    const ends = async (one: Locator): Promise<readonly number[]> =>
      Promise.all(["aria-valuemin", "aria-valuemax"].map(async (name) => Number(await one.getAttribute(name))));
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    ok(box);
    await tab.mouse.move(box.x + box.width / 2, box.y + 60);
    await tab.mouse.down();
    await tab.mouse.move(box.x + box.width - 40, box.y + 80, { steps: 4 });
    await tab.mouse.up();
    const [from = 0, to = 0] = await ends(chart);
    ok(from > 80 && to < 199 && to > from, `${from} to ${to}`);
    deepStrictEqual(await ends(plot(tab, "val_loss")), [from, to]);
    await tab.getByRole("button", { name: "Reset zoom" }).click();
    deepStrictEqual(await ends(chart), [0, 199]);
    await chart.focus();
    await tab.keyboard.press("+");
    ok((await ends(chart))[1] ?? 0 < 199);
    await tab.keyboard.press("0");
    deepStrictEqual(await ends(chart), [0, 199]);
  });

  it("hide a line, show it alone, and all again", async () => {
    const tab = await open("three");
    const item = tab.getByRole("button", { name: "calm-owl-77", exact: true }).and(tab.locator(".run-legend-item"));
    await item.click();
    strictEqual(await item.getAttribute("aria-pressed"), "false");
    await plot(tab, "train_loss").focus();
    await tab.keyboard.press("Home");
    await says(tab, "train_loss", "step 0: brave-swan-412 ");
    const text = await plot(tab, "train_loss").getAttribute("aria-valuetext");
    ok(text?.includes("swift-hare-9") && !text.includes("calm-owl-77"));
    await item.focus();
    await tab.keyboard.press("s");
    await tab.getByText("Show 2 hidden").click();
    strictEqual(await tab.locator(".run-legend-item[aria-pressed=false]").count(), 0);
  });

  it("keep over a reload what was set: axis, smoothing, scales, outliers", async () => {
    const tab = await open("three");
    await tab.getByLabel("X axis").selectOption("Relative time");
    await tab.getByLabel("Smoothing").fill("0.6");
    await tab.getByRole("button", { name: "Log y" }).click();
    await tab.getByLabel("Outliers").selectOption({ index: 2 });
    await card(tab, "train_loss").getByText("outliers of 600 points cut off").waitFor();
    await tab.reload();
    await inSight(tab);
    strictEqual(await tab.getByLabel("X axis").inputValue(), "relative");
    strictEqual(await tab.getByLabel("Smoothing").inputValue(), "0.6");
    strictEqual(await tab.getByRole("button", { name: "Log y" }).getAttribute("aria-pressed"), "true");
    await plot(tab, "train_loss").focus();
    await tab.keyboard.press("Home");
    await says(tab, "train_loss", "0 ms: ");
  });

  it("lie over another metric where one is chosen", async () => {
    const tab = await open("three");
    await tab.getByLabel("X axis").selectOption("val_loss");
    await plot(tab, "train_loss").focus();
    await card(tab, "train_loss").getByText("200 points without a value of val_loss").waitFor();
    await tab.keyboard.press("Home");
    await says(tab, "train_loss", "val_loss 0.");
  });

  it("ask again for the part in sight of a metric too long to be sent whole", async () => {
    const tab = await open("long");
    const chart = plot(tab, "train_loss");
    await card(tab, "train_loss")
      .getByText(/ of 60,000 points/)
      .waitFor();
    const before = (await asked(tab, "series")).length;
    await chart.focus();
    for (let i = 0; i < 12; i++) await tab.keyboard.press("+");
    const all = await asked(tab, "series", before + 1);
    const [, , , view] = all.at(-1) ?? [];
    const range = (view as { range: readonly [number, number] }).range;
    ok(range[1] - range[0] < 100);
    await card(tab, "train_loss")
      .getByText(/^\d+ points$/)
      .waitFor();
  });

  it("are saved as a drawing, a picture and numbers", async () => {
    const tab = await open("three");
    const saved = async (way: string): Promise<readonly [string, Buffer]> => {
      await tab.getByRole("button", { name: "Save val_loss" }).click();
      const [download] = await Promise.all([
        tab.waitForEvent("download"),
        tab.getByRole("menuitem", { name: way }).click(),
      ]);
      return [download.suggestedFilename(), await readFile(await download.path())];
    };
    const [svgName, svg] = await saved("SVG drawing");
    strictEqual(svgName, "val_loss.svg");
    ok(/^<svg .*<path d="M.*brave-swan-412.*<\/svg>\n$/s.test(svg.toString()));
    const [pngName, png] = await saved("PNG picture");
    deepStrictEqual([pngName, png.subarray(1, 4).toString()], ["val_loss.png", "PNG"]);
    const [, csv] = await saved("CSV data");
    const rows = csv.toString().trimEnd().split("\r\n");
    strictEqual(rows.length, 401);
    ok(rows[0] === "line,step,value" && /^brave-swan-412,0,2\.\d+$/.test(rows[1] ?? ""));
  });

  it("are tables too, reached by keys", async () => {
    const tab = await open("three");
    await tab.getByRole("button", { name: "Show data of val_loss as table" }).focus();
    await tab.keyboard.press("Enter");
    const grid = tab.getByRole("grid", { name: "val_loss" });
    strictEqual(await grid.getAttribute("aria-rowcount"), "201");
    deepStrictEqual(await grid.getByRole("columnheader").allTextContents(), ["step", "brave-swan-412", "calm-owl-77"]);
  });

  it("show groups as means with bands, a line each, and say how many runs they are of", async () => {
    const tab = await open("sweep");
    await tab.getByLabel("Group by").selectOption("model");
    await card(tab, "val_loss").getByText("60 runs in 3 groups").waitFor();
    strictEqual(await tab.locator(".run-legend-item").count(), 3);
    await tab.getByLabel("Mean and").selectOption("least to greatest");
    await tab.getByRole("button", { name: "Show data of val_loss as table" }).click();
    const heads = tab.getByRole("grid", { name: "val_loss" }).getByRole("columnheader");
    ok((await heads.allTextContents()).some((head) => /^model boosting \(\d+ runs\) \(low\)$/.test(head)));
  });

  it("stand side by side, one a run, over the same axes", async () => {
    const tab = await open("three");
    await tab.getByRole("button", { name: "Side by side" }).click();
    const small = card(tab, "train_loss").getByRole("slider");
    strictEqual(await small.count(), 3);
    await small.nth(1).focus();
    await tab.keyboard.press("Home");
    await small.nth(1).and(tab.locator('[aria-valuetext^="step 0: calm-owl-77 "]')).waitFor();
    strictEqual(await card(tab, "train_loss").locator(".readout").count(), 3);
  });

  it("grow with live runs, which are drawn against the best finished one", async () => {
    const tab = await open("live");
    await tab.getByRole("button", { name: "best finished: sunny-fox-5" }).waitFor();
    await card(tab, "train_loss").getByText("460 points").waitFor();
    await tab.evaluate(() => window.grow(7));
    await card(tab, "train_loss").getByText("474 points").waitFor();
  });

  it("of values that are hard to draw say what they leave out, and draw the rest", async () => {
    const tab = await open("odd");
    await card(tab, "only_nan").getByText("No number to draw.").waitFor();
    await card(tab, "gaps").getByText("27 NaN, marked × below · 6 infinite, marked at the edge").waitFor();
    await tab.getByLabel("Outliers").selectOption({ index: 1 });
    await tab.getByRole("button", { name: "Log y" }).click();
    await tab.getByRole("button", { name: "Log x" }).click();
    for (const axis of ["Relative time", "Wall time", "Step"]) {
      await tab.getByLabel("X axis").selectOption(axis);
      await tab.waitForTimeout(150);
    }
    await card(tab, "huge")
      .getByText(/Not on a log scale: \d+ values? of zero or below/)
      .waitFor();
    strictEqual(await card(tab, "one_point").count(), 0);
  });
});
