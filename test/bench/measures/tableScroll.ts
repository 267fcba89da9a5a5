import type { Page } from "playwright-core";
import type { Measure } from "../measure.ts";
import { scrolled } from "../page/scrolled.ts";
import { TablePages } from "../page/tablePage.ts";

const RUNS = 10_000;
/** As a wheel moves: three rows a frame. */
const WHEEL = 84;
/** As Page Down held: what is on screen is another each frame. */
const PAGE = 840;

export const tableScroll: Measure = {
  id: "table-scroll",
  async run({ options: { rounds } }) {
    const pages = await TablePages.start();
    try {
      const table = await wholeTable(pages);
      const bare = await wholeTable(pages);
      await bare.evaluate((rows) => window.bare.replaceGrid(rows), RUNS);
      const both = { scroller: ".grid", page: table, bare, rounds };
      return [
        await scrolled({ ...both, name: "scrolling 10,000 runs x 200 columns by the wheel", step: WHEEL }),
        await scrolled({ ...both, name: "the same page by page", step: PAGE }),
      ];
    } finally {
      await pages.stop();
    }
  },
};

/** All of its 200 columns shown. */
async function wholeTable(pages: TablePages): Promise<Page> {
  const page = await pages.open("table-wide");
  await page.getByRole("button", { name: /^Columns/ }).click();
  await page.getByRole("combobox", { name: "Columns" }).fill("/./");
  await page.getByRole("button", { name: /^Show \d+/ }).click();
  await page.keyboard.press("Escape");
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  return page;
}
