import type { Measure } from "../measure.ts";
import { TablePages } from "../page/tablePage.ts";
import { median } from "../rounds.ts";

const LIMIT_MS = 100;

/** From the host's first page of lines to the frame after the one in which their cells stand. */
export const tableFirstRows: Measure = {
  id: "table-first-rows",
  async run({ options: { rounds } }) {
    const pages = await TablePages.start();
    try {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) times.push(await firstRows(pages));
      const detail = `from ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms`;
      return [
        {
          name: "first rows of 10,000 runs x 200 columns on screen",
          value: median(times),
          limit: LIMIT_MS,
          unit: "ms",
          against: "the host's first answer",
          detail,
        },
      ];
    } finally {
      await pages.stop();
    }
  },
};

async function firstRows(pages: TablePages): Promise<number> {
  const page = await pages.blank();
  await page.addInitScript(watchFirstRows);
  await page.goto(pages.address("table-wide"));
  const time = await page.waitForFunction(() => window.firstRows).then((found) => found.jsonValue());
  await page.close();
  return time ?? Number.NaN;
}

declare global {
  interface Window {
    firstRows: number | undefined;
  }
}

/** Runs in the page before its own scripts. */
function watchFirstRows(): void {
  let answered: number | undefined;
  window.addEventListener("message", ({ data }) => {
    const lines = (data as { message?: { value?: { lines?: unknown } } } | null)?.message?.value?.lines;
    if (Array.isArray(lines)) answered ??= performance.now();
  });
  const look = () => {
    const cells = document.querySelectorAll(".grid-row .grid-cell:not(.pending)");
    if (answered === undefined || cells.length < 100) requestAnimationFrame(look);
    else requestAnimationFrame(() => (window.firstRows = performance.now() - (answered ?? 0)));
  };
  requestAnimationFrame(look);
}
