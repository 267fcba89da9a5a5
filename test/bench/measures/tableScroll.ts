import type { Page } from "playwright-core";
import type { Finding, Measure } from "../measure.ts";
import { TablePages } from "../page/tablePage.ts";
import { byTurns } from "../rounds.ts";

const RUNS = 10_000;
const FRAMES = 200;
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
      const both = { table, bare, rounds };
      return [
        await scrolled("scrolling 10,000 runs x 200 columns by the wheel", WHEEL, both),
        await scrolled("the same page by page", PAGE, both),
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

interface Both {
  readonly table: Page;
  readonly bare: Page;
  readonly rounds: number;
}

async function scrolled(name: string, step: number, { table, bare, rounds }: Both): Promise<Finding> {
  const frames = (page: Page) => async () => {
    await page.bringToFront();
    await page.evaluate(() => document.querySelector(".grid")?.scrollTo(0, 0));
    await page.waitForTimeout(300);
    const times = await page.evaluate(([count, by]) => window.bare.scroll(".grid", count, by), [FRAMES, step] as const);
    return percentile(times, 0.95);
  };
  const { ratio, contender, floor } = await byTurns(rounds, { contender: frames(table), floor: frames(bare) });
  return {
    name: `${name}: frame at the 95th percentile`,
    value: ratio,
    limit: 1.25,
    unit: "x",
    against: "a bare recycler of the same cells",
    detail: `${contender.toFixed(1)} ms over ${floor.toFixed(1)} ms`,
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
