import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../host/browser.ts";
import { type PageServer, servePages } from "../../ui/pages/serve.ts";
import type { Bare } from "./bareRecycler.ts";

declare global {
  interface Window {
    /** Once a page of these is open. */
    bare: Bare;
  }
}

/** As wide and high as an editor on a usual screen. */
const VIEWPORT = { width: 1400, height: 900 };

/** Frames come as fast as they can be made, so that their length says what they cost. */
const UNPACED = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** The table's page in a browser, with what measures it. */
export class TablePages {
  readonly #server: PageServer;
  readonly #browser: Browser;
  readonly #bare: string;

  private constructor(server: PageServer, browser: Browser, bare: string) {
    this.#server = server;
    this.#browser = browser;
    this.#bare = bare;
  }

  static async start(): Promise<TablePages> {
    const { outputFiles } = await build({
      entryPoints: ["test/bench/page/bareRecycler.ts"],
      bundle: true,
      write: false,
      format: "iife",
      platform: "browser",
    });
    return new TablePages(await servePages(), await launchBrowser(UNPACED), outputFiles[0]?.text ?? "");
  }

  /** A table of a sample, once its first rows and the profiles of its columns are there. */
  async open(sample: string): Promise<Page> {
    const page = await this.#browser.newPage({ viewport: VIEWPORT });
    await page.goto(this.#server.address("runs", sample));
    await page.locator(".grid-row .run-link").first().waitFor();
    await page.locator(".histogram").first().waitFor();
    // The page's policy forbids scripts of strangers, so this one goes in by the debugger.
    await page.evaluate(this.#bare);
    return page;
  }

  /** A comparison of a sample. */
  async openComparison(sample: string): Promise<Page> {
    const page = await this.#browser.newPage({ viewport: VIEWPORT });
    await page.goto(this.#server.address("runs", sample));
    await page.locator(".virtual-grid .delta").first().waitFor();
    await page.evaluate(this.#bare);
    return page;
  }

  address(sample: string): string {
    return this.#server.address("runs", sample);
  }

  blank(): Promise<Page> {
    return this.#browser.newPage({ viewport: VIEWPORT });
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
