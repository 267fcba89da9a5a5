import { deepStrictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../host/browser.ts";
import { type PageServer, servePages } from "./serve.ts";
import type { ThemeName } from "./variables.ts";

const AXE = readFileSync(createRequire(`${process.cwd()}/`).resolve("axe-core/axe.min.js"), "utf8");

/** Opens pages of samples for the tests of a suite, and sees to it that none of them throws or is refused anything. */
export class PageTabs {
  readonly #errors: string[] = [];
  #server: PageServer | null = null;
  #browser: Browser | null = null;

  constructor() {
    before(async () => {
      this.#server = await servePages();
      this.#browser = await launchBrowser();
    });
    after(async () => {
      await this.#browser?.close();
      await this.#server?.close();
    });
    afterEach(async () => {
      for (const context of this.#browser?.contexts() ?? []) await context.close();
      deepStrictEqual(this.#errors.splice(0), [], "nothing is refused by the policy, nothing throws");
    });
  }

  async open(page: "run" | "runs", sample: string, theme: ThemeName = "light", width = 1200): Promise<Page> {
    if (this.#browser === null || this.#server === null) throw new Error("There is no browser yet.");
    const context = await this.#browser.newContext({ viewport: { width, height: 900 } });
    const tab = await context.newPage();
    tab.on("pageerror", (error) => this.#errors.push(error.message));
    tab.on("console", (message) => message.type() === "error" && this.#errors.push(message.text()));
    await tab.goto(this.#server.address(page, sample, theme));
    await tab.locator("main").waitFor();
    return tab;
  }
}

/** What was asked of the host by this method, once it was asked that often; messages arrive a little later. */
export async function asked(page: Page, method: string, times = 1): Promise<(readonly unknown[])[]> {
  const all = () =>
    page.evaluate((name) => window.asked.filter((one) => one.method === name).map((one) => one.args), method);
  for (let tries = 0; tries < 100 && (await all()).length < times; tries++) await page.waitForTimeout(20);
  return all();
}

/** What axe-core finds of weight, one line each. */
export async function serious(page: Page): Promise<string[]> {
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
