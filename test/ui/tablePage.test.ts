import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { Page } from "playwright-core";
import { usePages } from "./pages/usePages.ts";
import { THEME_NAMES, type ThemeName } from "./pages/variables.ts";

/** Each is tried in a light and in a dark theme. */
const BOTH: readonly ThemeName[] = ["light", "dark"];

describe("the table of runs in a browser", function () {
  this.timeout(120_000);
  const { open, asked, serious } = usePages();

  const grid = (tab: Page) => tab.locator(".grid");
  const close = (tab: Page) => tab.context().close();
  const labels = (tab: Page, count = 4) =>
    tab
      .locator(".grid-row .label")
      .evaluateAll((cells, most) => cells.slice(0, most).map((cell) => cell.textContent), count);
  const heads = (tab: Page) => tab.locator(".column-name").allTextContents();
  const head = (tab: Page, name: string) => tab.locator(".column-head", { has: tab.getByText(name, { exact: true }) });
  /** A cell by the place of its row and column, as screen readers count: 1 is the header, and the first column. */
  const cell = (tab: Page, row: number, column: number) =>
    tab.locator(`.grid-row[aria-rowindex="${row}"] [aria-colindex="${column}"]`);

  async function openTable(sample: string, theme: ThemeName = "light", width = 1200): Promise<Page> {
    const tab = await open("runs", sample, theme, width);
    await tab.locator(".grid-row .run-link, .grid-row .group-value").first().waitFor();
    await tab.locator(".histogram, .shares").first().waitFor();
    return tab;
  }

  for (const sample of ["table-three", "table-groups", "table-wide", "table-hostile", "table-none", "table-vanished"]) {
    for (const theme of THEME_NAMES) {
      it(`gives axe-core nothing serious to find: ${sample}, ${theme}`, async () => {
        const tab = await open("runs", sample, theme);
        await tab.waitForTimeout(500);
        const row = tab.locator(".grid-row .run-link").first();
        if (await row.isVisible()) await cell(tab, 2, 3).click();
        deepStrictEqual(await serious(tab), []);
        await close(tab);
      });
    }
  }

  it("gives axe-core nothing serious to find in what pops up", async () => {
    const tab = await openTable("table-thousand");
    for (const name of ["Group", /^Columns/, "More", "Filters"]) {
      await tab.getByRole("button", { name }).click();
      await tab.waitForTimeout(100);
      deepStrictEqual(await serious(tab), []);
      await tab.keyboard.press("Escape");
    }
    await close(tab);
  });

  it("shows hostile names and values as text", async () => {
    const tab = await openTable("table-hostile");
    await tab.getByText("onerror=").first().waitFor();
    strictEqual(await tab.locator("img, iframe, object, #page script").count(), 0);
    strictEqual(await tab.locator("[onerror], [onclick]").count(), 0);
    strictEqual(await tab.evaluate(() => document.body.dataset.evil), undefined);
    await cell(tab, 4, 2).hover();
    const title = (await cell(tab, 4, 2).getAttribute("title")) ?? "";
    ok(title.length > 300 && title.length < 2200, `a long label's title has ${title.length} characters`);
    await close(tab);
  });

  it("draws the rows and columns in sight of 10,000 runs and 200 columns, and reaches the last of both", async () => {
    const tab = await openTable("table-wide");
    await tab.getByRole("button", { name: /^Columns/ }).click();
    await tab.getByRole("combobox", { name: "Columns" }).fill("/./");
    await tab.getByRole("button", { name: /^Show \d+/ }).click();
    await tab.keyboard.press("Escape");
    strictEqual(await grid(tab).getAttribute("aria-rowcount"), "10001");
    ok(Number(await grid(tab).getAttribute("aria-colcount")) > 190);
    ok((await tab.locator(".grid-row").count()) < 60);
    ok((await tab.locator(".grid-cell").count()) < 1200);
    await grid(tab).focus();
    await tab.keyboard.press("Control+End");
    await tab.locator('.grid-row[aria-rowindex="10001"]').waitFor();
    const last = await grid(tab).getAttribute("aria-colcount");
    const active = tab.locator(`[data-active][aria-colindex="${last}"]`);
    await active.waitFor();
    ok(await active.isVisible());
    await close(tab);
  });

  it("asks for ranges, never for everything", async () => {
    const tab = await openTable("table-huge");
    strictEqual(await grid(tab).getAttribute("aria-rowcount"), "100001");
    await tab.waitForTimeout(300);
    await grid(tab).evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    await tab.locator('.grid-row[aria-rowindex="50002"] .run-link').waitFor();
    const pages = (await asked(tab, "page")) as [offset: number, limit: number, columns: number][];
    ok(pages.length < 12, `${pages.length} requests`);
    ok(pages.every(([, limit]) => limit <= 256));
    await close(tab);
  });

  it("shows rows that are on their way as such, and keeps old ones until others are there", async () => {
    const tab = await open("runs", "table-slow");
    await tab.locator(".grid-row .run-link").first().waitFor();
    await grid(tab).evaluate((element) => element.scrollTo(0, 20_000));
    await tab.locator(".grid-cell.pending").first().waitFor();
    await tab.waitForFunction(() => document.querySelector(".grid-cell.pending") === null);
    const before = await labels(tab);
    await head(tab, "val_rmse").click();
    await tab.locator(".table-area.late").waitFor();
    deepStrictEqual(await labels(tab), before);
    await tab.waitForFunction(() => document.querySelector(".table-area.late") === null);
    ok((await labels(tab))[0] !== before[0]);
    await close(tab);
  });

  for (const theme of BOTH) {
    it(`sorts by headers, best first, and by several with Shift, ${theme}`, async () => {
      const tab = await openTable("table-thousand", theme);
      await head(tab, "val_rmse").click();
      const best = tab.locator(".grid-row").first().locator(".best").first();
      await best.waitFor();
      strictEqual(await head(tab, "val_rmse").getAttribute("aria-sort"), "ascending");
      await head(tab, "val_r2").click({ modifiers: ["Shift"] });
      deepStrictEqual(await tab.locator(".sort-mark").allTextContents(), ["1", "2"]);
      strictEqual(await head(tab, "val_r2").getAttribute("aria-sort"), "descending");
      await close(tab);
    });

    it(`selects by clicks, ranges and keys, and pins what is selected, ${theme}`, async () => {
      const tab = await openTable("table-thousand", theme);
      const facts = tab.locator(".selection-facts");
      await cell(tab, 3, 4).click();
      await cell(tab, 5, 4).click({ modifiers: ["Control"] });
      strictEqual(await facts.textContent(), "2 selected");
      await cell(tab, 9, 4).click({ modifiers: ["Shift"] });
      await tab.getByText("5 selected").waitFor();
      strictEqual(await tab.locator('.grid-row[aria-selected="true"]').count(), 5);
      await tab.keyboard.press(" ");
      await tab.getByText("5 selected · 5 pinned").waitFor();
      await tab.keyboard.press("Control+a");
      await tab.getByText("1,000 selected · 5 pinned").waitFor();
      await tab.keyboard.press("Escape");
      await tab.getByText("5 pinned", { exact: true }).waitFor();
      strictEqual((await asked(tab, "setPinned")).length, 1);
      await close(tab);
    });
  }

  it("extends the selection by Shift and arrows, far beyond what is drawn", async () => {
    const tab = await openTable("table-thousand");
    await cell(tab, 3, 4).click();
    for (let at = 0; at < 3; at++) await tab.keyboard.press("Shift+ArrowDown");
    await tab.getByText("4 selected").waitFor();
    await tab.keyboard.press("Control+Shift+End");
    await tab.getByText("999 selected").waitFor();
    await close(tab);
  });

  it("says the verdict on what is selected and pinned, at most of 20, and of one run nothing", async () => {
    const tab = await openTable("table-thousand");
    await cell(tab, 2, 4).click();
    await cell(tab, 3, 4).click({ modifiers: ["Control"] });
    await tab.locator(".selection-verdict").filter({ hasText: /\S/ }).waitFor();
    strictEqual((await asked(tab, "compared")).at(-1)?.[0], 2);
    await cell(tab, 2, 4).click();
    await tab.locator(".selection-verdict").waitFor({ state: "hidden" });
    for (let at = 0; at < 21; at++) await tab.keyboard.press("Shift+ArrowDown");
    await tab.getByText("22 selected").waitFor();
    await tab.waitForTimeout(300);
    strictEqual(await tab.locator(".selection-verdict").count(), 0);
    await close(tab);
  });

  it("shows the runs with problems alone, says so, and all again", async () => {
    const tab = await openTable("table-thousand");
    await tab.getByRole("button", { name: "Filters" }).click();
    await tab.getByRole("menuitemradio", { name: "Has Problems" }).click();
    await tab.getByText("24 of 1,000 runs").waitFor();
    await tab.getByRole("button", { name: "Has Problems" }).click();
    await tab.getByText("1,000 runs", { exact: true }).waitFor();
    await close(tab);
  });

  it("saves the filter and the columns under a name that the host asks for", async () => {
    const tab = await openTable("table-thousand");
    await tab.getByRole("combobox", { name: "Filter runs" }).fill("owl");
    await tab.keyboard.press("Enter");
    await tab.getByText(/of 1,000 runs/).waitFor();
    await tab.getByRole("button", { name: "Filters" }).click();
    await tab.getByRole("menuitem", { name: "Save Filter…" }).click();
    deepStrictEqual(await asked(tab, "saveFilter"), [["owl"]]);
    await tab.getByRole("button", { name: /^Columns/ }).click();
    await tab.getByRole("button", { name: "Save Columns…" }).click();
    strictEqual((await asked(tab, "saveColumns")).length, 1);
    await close(tab);
  });

  it("groups by commit, in short, and opens and closes all groups", async () => {
    const tab = await openTable("table-three");
    await tab.getByRole("button", { name: "Group" }).click();
    await tab.getByRole("option", { name: "Commit", exact: true }).click();
    await tab.getByRole("button", { name: "By commit" }).waitFor();
    const title = await tab.locator(".group-value").first().innerText();
    ok(/^[0-9a-f]{8}\b/.test(title), title);
    const groups = await tab.locator(".grid-row.group").count();
    await tab.getByRole("button", { name: "By commit" }).click();
    await tab.getByRole("button", { name: "Expand All Groups" }).click();
    await tab.locator(".grid-row.run").first().waitFor();
    strictEqual(await tab.locator('.grid-row.group[aria-expanded="true"]').count(), groups);
    await tab.getByRole("button", { name: "Collapse All Groups" }).click();
    await tab.locator(".grid-row.run").first().waitFor({ state: "hidden" });
    await close(tab);
  });

  it("compares no more runs than can be compared, and says so before anybody tries", async () => {
    const tab = await openTable("table-thousand");
    await cell(tab, 2, 4).click();
    await tab.keyboard.press("Control+a");
    await tab.getByText("Up to 500 runs can be compared: select fewer, or filter.").waitFor();
    ok(await tab.getByRole("button", { name: /^Compare 1,?000/ }).isDisabled());
    await tab.getByRole("button", { name: "Pin", exact: true }).click();
    await tab.getByText(/^Up to 500 runs can be compared; 1,?000 would be pinned\./).waitFor();
    strictEqual((await asked(tab, "setPinned", 0)).length, 0);
    await tab.getByText(/^1,?000 selected/).waitFor();
    await close(tab);
  });

  it("compares three runs in four clicks", async () => {
    const tab = await openTable("table-three");
    await cell(tab, 2, 4).click();
    await cell(tab, 3, 4).click({ modifiers: ["Control"] });
    await cell(tab, 4, 4).click({ modifiers: ["Control"] });
    await tab.getByRole("button", { name: "Compare 3" }).click();
    await tab.getByRole("tab", { name: /^Compare/, selected: true }).waitFor();
    const [[refs]] = (await asked(tab, "setPinned")) as [[unknown[]]];
    strictEqual(refs.length, 3);
    deepStrictEqual((await asked(tab, "showTab")).flat(), ["table", "compare"]);
    await close(tab);
  });

  it("opens by Enter, to the side with Ctrl, by a click on the name, and by a double click", async () => {
    const tab = await openTable("table-three");
    await grid(tab).focus();
    await tab.keyboard.press("Enter");
    await tab.keyboard.press("Control+Enter");
    await tab.locator(".run-link").nth(1).click();
    await cell(tab, 4, 4).dblclick();
    const opened = await asked(tab, "open", 4);
    deepStrictEqual(
      opened.map(([, options]) => (options as { toSide: boolean }).toSide),
      [false, true, false, false],
    );
    await close(tab);
  });

  it("names the active cell to screen readers, exactly", async () => {
    const tab = await openTable("table-three");
    await grid(tab).focus();
    for (const key of ["ArrowDown", "End", "ArrowLeft", "Home"]) {
      await tab.keyboard.press(key);
      const id = (await grid(tab).getAttribute("aria-activedescendant")) ?? "";
      ok(await tab.evaluate((found) => document.getElementById(found)?.hasAttribute("data-active"), id), key);
    }
    await tab.keyboard.press("ArrowRight");
    const words = await tab.locator(".grid-cell[data-active]").getAttribute("aria-description");
    ok(words?.split("\n").length === 2, words ?? "");
    for (const key of ["ArrowUp", "ArrowUp", "ArrowUp"]) await tab.keyboard.press(key);
    ok(await tab.locator(".grid-head-cell[data-active]").isVisible());
    await close(tab);
  });

  it("sorts, moves and resizes columns by keys", async () => {
    const tab = await openTable("table-three");
    await grid(tab).focus();
    await tab.keyboard.press("ArrowUp");
    for (let at = 0; at < 3; at++) await tab.keyboard.press("ArrowRight");
    const before = await heads(tab);
    await tab.keyboard.press("Enter");
    await tab.locator(".column-head[aria-sort]").waitFor();
    await tab.keyboard.press("Alt+ArrowRight");
    const [run, first, second] = before;
    await tab.waitForFunction((name) => document.querySelectorAll(".column-name")[2]?.textContent !== name, second);
    deepStrictEqual((await heads(tab)).slice(0, 4), [run, first, before[3], second]);
    const width = () => tab.locator(".grid-head-cell[data-active]").evaluate((element) => element.clientWidth);
    const narrow = await width();
    await tab.keyboard.press("Shift+ArrowRight");
    strictEqual(await width(), narrow + 16);
    const [view] = (await asked(tab, "keepView", 1)).at(-1) ?? [];
    ok((view as { columns: unknown[] | null }).columns !== null);
    await close(tab);
  });

  it("moves a column by dragging its title, resizes it by its edge, and fits it by a double click", async () => {
    const tab = await openTable("table-thousand");
    const box = async (name: string) => (await head(tab, name).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const from = await box("val_r2");
    const to = await box("Started");
    await tab.mouse.move(from.x + 30, from.y + 12);
    await tab.mouse.down();
    await tab.mouse.move(to.x + 60, to.y + 12, { steps: 4 });
    await tab.mouse.move(to.x + 8, to.y + 12, { steps: 4 });
    await tab.locator('[data-drop="before"]').waitFor();
    await tab.mouse.up();
    await tab.waitForFunction(() => document.querySelectorAll(".column-name")[2]?.textContent === "val_r2");
    strictEqual(await tab.locator(".column-head[aria-sort]").count(), 0);
    const wide = await box("val_r2");
    await tab.mouse.move(wide.x + wide.width - 2, wide.y + 20);
    await tab.mouse.down();
    await tab.mouse.move(wide.x + wide.width + 98, wide.y + 20, { steps: 5 });
    await tab.mouse.up();
    strictEqual((await box("val_r2")).width, wide.width + 100);
    await tab.mouse.dblclick(wide.x + wide.width + 98, wide.y + 20);
    ok((await box("val_r2")).width < wide.width + 50);
    await close(tab);
  });

  it("has menus at headers, by the mouse and by keys", async () => {
    const tab = await openTable("table-three");
    await head(tab, "val_rmse").click({ button: "right" });
    await tab.getByRole("menuitemradio", { name: "Best value" }).click();
    await tab.getByText("best", { exact: true }).waitFor();
    await grid(tab).focus();
    await tab.keyboard.press("ArrowUp");
    for (let at = 0; at < 2; at++) await tab.keyboard.press("ArrowRight");
    await tab.keyboard.press("Shift+F10");
    await tab.getByRole("menuitem", { name: "Hide Column" }).waitFor();
    const before = await heads(tab);
    await tab.keyboard.press("h");
    await tab.keyboard.press("Enter");
    await tab.waitForFunction((count) => document.querySelectorAll(".column-name").length < count, before.length);
    strictEqual(await tab.evaluate(() => document.activeElement?.className), "grid");
    await close(tab);
  });

  it("has menus at runs: pin, baseline, copy", async () => {
    const tab = await openTable("table-three");
    await cell(tab, 3, 4).click({ button: "right" });
    await tab.getByRole("menuitem", { name: "Set as Baseline" }).click();
    await tab.getByText(/1 pinned · baseline /).waitFor();
    await grid(tab).focus();
    await tab.keyboard.press("ContextMenu");
    await tab.getByRole("menuitem", { name: "Copy Row as Markdown" }).click();
    const [[runs, columns, format]] = (await asked(tab, "copyRuns")) as [[{ refs: unknown[] }, unknown[], string]];
    deepStrictEqual([runs.refs.length, format, columns.length > 3], [1, "markdown", true]);
    await cell(tab, 3, 4).click({ button: "right" });
    await tab.getByRole("menuitem", { name: "Copy ID" }).click();
    await asked(tab, "copy");
    await tab.keyboard.press("End");
    await close(tab);
  });

  it("shows exact values on hovering, and copies them", async () => {
    const tab = await openTable("table-three");
    const number = tab.locator(".grid-row").first().locator(".judged").first();
    const short = (await number.textContent()) ?? "";
    await number.hover();
    const exact = ((await number.getAttribute("title")) ?? "").split("\n")[0] ?? "";
    ok(exact.length > short.length && Math.abs(Number(exact) - Number(short)) < 1e-3, exact);
    await number.click();
    await tab.keyboard.press("Control+c");
    deepStrictEqual(await asked(tab, "copy"), [[exact]]);
    await close(tab);
  });

  it("hides columns that are the same in all runs, and says which", async () => {
    const tab = await openTable("table-thousand");
    await tab.getByRole("button", { name: /^Columns/ }).click();
    const search = tab.getByRole("combobox", { name: "Columns" });
    await search.fill("epochs");
    await tab.keyboard.press("Enter");
    await tab.getByText("1 hidden: epochs = 10").waitFor();
    ok(!(await heads(tab)).includes("epochs"));
    await tab.getByLabel("Hide columns that are the same in all runs").uncheck();
    await tab.keyboard.press("Escape");
    await grid(tab).evaluate((element) => element.scrollTo(1e6, 0));
    await head(tab, "epochs").waitFor();
    await close(tab);
  });

  it("finds columns by a regular expression, and says where that is none", async () => {
    const tab = await openTable("table-wide");
    await tab.getByRole("button", { name: /^Columns/ }).click();
    const search = tab.getByRole("combobox", { name: "Columns" });
    await search.fill("/auc_\\d$/");
    strictEqual(await tab.getByRole("option").count(), 4);
    await search.fill("/(/");
    await tab.locator(".search-error").waitFor();
    await search.fill("");
    await tab.getByRole("button", { name: "Errors alone" }).click();
    deepStrictEqual(await heads(tab), ["Run", "val_rmse"]);
    await close(tab);
  });

  for (const theme of BOTH) {
    it(`filters by words and by an expression, completed, with what is wrong, ${theme}`, async () => {
      const tab = await openTable("table-thousand", theme);
      const box = tab.getByRole("combobox", { name: "Filter runs" });
      await grid(tab).focus();
      await tab.keyboard.press("/");
      await tab.keyboard.type("brave swan");
      await tab.getByText(/^\d+ of 1,000 runs$/).waitFor();
      await tab.keyboard.press("Escape");
      await tab.getByText("1,000 runs", { exact: true }).waitFor();
      await tab.keyboard.type("params.mod");
      await tab.getByRole("option", { name: /params.model/ }).waitFor();
      await tab.keyboard.press("ArrowDown");
      await tab.keyboard.press("Enter");
      await tab.getByRole("option", { name: "=", exact: true }).waitFor();
      await tab.keyboard.type("= 'mlp'");
      await tab.keyboard.press("Escape");
      await tab.getByText(/^\d+ of 1,000 runs$/).waitFor();
      strictEqual(await box.inputValue(), "params.model = 'mlp'");
      await box.fill("metrics.val_rmse < high");
      await tab.keyboard.press("Enter");
      await tab.getByText("A metric is compared with a number without quotes.").waitFor();
      strictEqual(await box.getAttribute("aria-invalid"), "true");
      ok(await tab.locator(".squiggle").isVisible());
      await close(tab);
    });
  }

  it("offers filters by name, and the way back where nothing matches", async () => {
    const tab = await openTable("table-thousand");
    await tab.getByRole("button", { name: "Filters" }).click();
    await tab.getByRole("menuitemradio", { name: "Boosted trees" }).click();
    await tab.getByText(/^\d+ of 1,000 runs$/).waitFor();
    await tab.getByRole("combobox", { name: "Filter runs" }).fill("no such run");
    await tab.getByRole("heading", { name: "No run matches" }).waitFor();
    await tab.getByRole("button", { name: "Clear the filter", exact: true }).last().click();
    await tab.locator(".run-link").first().waitFor();
    await close(tab);
  });

  for (const theme of BOTH) {
    it(`groups by a param, with statistics, opened and closed by mouse and keys, ${theme}`, async () => {
      const tab = await openTable("table-thousand", theme);
      await tab.getByRole("button", { name: "Group" }).click();
      await tab.getByRole("combobox", { name: "Group by" }).fill("model");
      await tab.keyboard.press("Enter");
      const groups = tab.locator('.grid-row[aria-level="1"]');
      await groups.first().waitFor();
      strictEqual(await groups.count(), 4);
      strictEqual(await grid(tab).getAttribute("role"), "treegrid");
      await tab
        .locator(".stats", { hasText: /^0\.\d+ ± 0\.\d+$/ })
        .first()
        .waitFor();
      await groups.nth(1).locator(".label").click();
      await tab.locator('.grid-row[aria-level="2"]').first().waitFor();
      strictEqual(await groups.nth(1).getAttribute("aria-expanded"), "true");
      await tab.keyboard.press("Home");
      await tab.keyboard.press("ArrowLeft");
      await tab.waitForFunction(() => document.querySelector('.grid-row[aria-level="2"]') === null);
      await groups.first().locator(".label").click({ button: "right" });
      await tab.getByRole("menuitem", { name: /^Select Its/ }).click();
      await tab.getByText(/^\d+ selected$/).waitFor();
      await close(tab);
    });
  }

  it("loses nothing over a reload: filter, order, columns, groups, place", async () => {
    const tab = await openTable("table-thousand");
    await head(tab, "val_rmse").click();
    await tab.getByRole("combobox", { name: "Filter runs" }).fill("forest");
    await tab.getByText(/^\d+ of 1,000 runs$/).waitFor();
    await tab.locator(".run-link").first().waitFor();
    await grid(tab).evaluate((element) => element.scrollTo(300, 2800));
    await tab.waitForTimeout(500);
    const before = [await labels(tab), await heads(tab)];
    await tab.reload();
    await tab.locator(".run-link").first().waitFor();
    await tab.locator(".histogram").first().waitFor();
    await tab.waitForTimeout(200);
    deepStrictEqual([await labels(tab), await heads(tab)], before);
    strictEqual(await head(tab, "val_rmse").getAttribute("aria-sort"), "ascending");
    strictEqual(await grid(tab).evaluate(({ scrollTop, scrollLeft }) => `${scrollTop} ${scrollLeft}`), "2800 300");
    await close(tab);
  });

  it("keeps its place while another tab is looked at, and when runs change", async () => {
    const tab = await openTable("table-thousand");
    await grid(tab).evaluate((element) => element.scrollTo(0, 5600));
    await tab.locator('.grid-row[aria-rowindex="210"] .run-link').waitFor();
    await tab.evaluate(() => window.changeRuns());
    await tab.waitForTimeout(600);
    strictEqual(await grid(tab).evaluate(({ scrollTop }) => scrollTop), 5600);
    await tab.getByRole("tab", { name: "Compare" }).click();
    await tab.getByRole("tab", { name: "Table" }).click();
    await tab.locator('.grid-row[aria-rowindex="210"] .run-link').waitFor();
    strictEqual(await grid(tab).evaluate(({ scrollTop }) => scrollTop), 5600);
    await close(tab);
  });

  it("says why there is nothing: no runs, no store", async () => {
    const none = await open("runs", "table-none");
    await none.getByRole("heading", { name: "No runs yet" }).waitFor();
    await close(none);
    const vanished = await open("runs", "table-vanished");
    await vanished.getByText("The store mlruns is not there any more.").waitFor();
    await vanished.getByRole("button", { name: "Try again" }).click();
    ok((await asked(vanished, "page", 2)).length >= 2);
    await close(vanished);
  });

  it("bears narrow and enlarged windows", async () => {
    const tab = await openTable("table-thousand", "light", 320);
    ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    ok(await cell(tab, 2, 2).isVisible());
    await tab.evaluate(() => {
      document.documentElement.style.setProperty("zoom", "2");
    });
    await tab.waitForTimeout(200);
    ok(await tab.locator(".grid-row .run-link").first().isVisible());
    await close(tab);
  });
});
