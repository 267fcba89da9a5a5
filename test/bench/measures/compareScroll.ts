import type { Measure } from "../measure.ts";
import { scrolled } from "../page/scrolled.ts";
import { TablePages } from "../page/tablePage.ts";

/** The sample has so many runs, and twice as many keys. */
const RUNS = 500;
/** As a wheel moves. */
const WHEEL = 84;

export const compareScroll: Measure = {
  id: "compare-scroll",
  async run({ options: { rounds } }) {
    const pages = await TablePages.start();
    try {
      const page = await pages.openComparison("five-hundred");
      const bare = await pages.openComparison("five-hundred");
      await bare.evaluate((rows) => window.bare.replaceComparison(rows), RUNS);
      const name = `scrolling a comparison of ${RUNS} runs x 1,000 keys by the wheel`;
      return [await scrolled({ name, scroller: ".grid-box", step: WHEEL, page, bare, rounds })];
    } finally {
      await pages.stop();
    }
  },
};
