import { deepStrictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../host/browser.ts";
import { type PageServer, servePages } from "./serve.ts";
import type { ThemeName } from "./variables.ts";

const AXE = readFileSync(createRequire(`${process.cwd()}/`).resolve("axe-core/axe.min.js"), "utf8");

export interface Pages {
  open(page: "run" | "runs", sample: string, theme?: ThemeName, width?: number): Promise<Page>;
  /** What was asked of the host by this method, once it was asked that often; messages arrive a little later. */
  asked(page: Page, method: string, times?: number): Promise<(readonly unknown[])[]>;
  /** What axe-core finds of weight, one line each. */
  serious(page: Page): Promise<string[]>;
}

/** Within a suite: a browser with the product's pages, in which nothing may throw and nothing be refused. */
export function usePages(): Pages {
  let server: PageServer;
  let browser: Browser;
  const errors: string[] = [];

  before(async () => {
    server = await servePages();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    deepStrictEqual(errors.splice(0), [], "nothing is refused by the policy, nothing throws");
  });

  return {
    open: async (page, sample, theme = "light", width = 1200) => {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const tab = await context.newPage();
      tab.on("pageerror", (error) => errors.push(error.message));
      tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      await tab.goto(server.address(page, sample, theme));
      await tab.locator("main").waitFor();
      return tab;
    },
    asked: async (page, method, times = 1) => {
      const all = () =>
        page.evaluate((name) => window.asked.filter((one) => one.method === name).map((one) => one.args), method);
      for (let tries = 0; tries < 100 && (await all()).length < times; tries++) await page.waitForTimeout(20);
      return all();
    },
    serious: seriousIn,
  };
}

/** What axe-core finds of weight in a page, one line each. */
export async function seriousIn(page: Page): Promise<string[]> {
  // The page's policy forbids scripts of strangers, so this one goes in by the debugger, not by an element.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
  });
}
