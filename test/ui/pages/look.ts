/** `node test/ui/pages/look.mjs [FOLDER]`: pictures of every page in every theme, wide and narrow, to be looked at. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../host/browser.ts";
import { type PageServer, servePages } from "./serve.ts";
import { THEME_NAMES, type ThemeName } from "./variables.ts";

const PAGES = {
  run: ["typical", "one-metric", "nothing", "many-params", "hostile", "damaged", "live", "negative", "gone"],
  runs: [
    ...["two", "three", "unnamed", "fifty", "five-hundred", "one", "none", "vanished", "thousand-params", "hostile"],
    ...["equal", "different", "unknown", "only-nan"],
  ],
} satisfies Record<string, readonly string[]>;

interface Shot {
  readonly page: "run" | "runs";
  readonly sample: string;
  readonly theme: ThemeName;
  readonly width: number;
}

function shots(): Shot[] {
  const samples = [
    ...PAGES.run.map((sample) => ({ page: "run" as const, sample })),
    ...PAGES.runs.map((sample) => ({ page: "runs" as const, sample })),
  ];
  return samples.flatMap((one) =>
    THEME_NAMES.flatMap((theme) => [1400, 480].map((width): Shot => ({ ...one, theme, width }))),
  );
}

const nameOf = ({ page, sample, theme, width }: Shot): string => `${page}-${sample}-${theme}-${width}`;

/** The whole page, but for the part of endless ones that nobody scrolls to. */
async function take(browser: Browser, server: PageServer, shot: Shot, folder: string): Promise<void> {
  const { page, sample, theme, width } = shot;
  const tab = await browser.newPage({ viewport: { width, height: 900 } });
  tab.on("console", (message) => console.log(nameOf(shot), message.text()));
  tab.on("pageerror", (error) => console.log(nameOf(shot), error.message));
  await tab.goto(server.address(page, sample, theme));
  await tab.waitForTimeout(400);
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  await tab.setViewportSize({ width, height: Math.min(Math.max(height, 400), 3000) });
  await tab.waitForTimeout(400);
  await tab.screenshot({ path: join(folder, `${nameOf(shot)}.png`) });
  await tab.close();
}

async function look(folder: string, only = ""): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const server = await servePages();
  const browser = await launchBrowser();
  for (const shot of shots()) if (nameOf(shot).includes(only)) await take(browser, server, shot, folder);
  await browser.close();
  await server.close();
}

void look(process.argv[2] ?? "out/pages", process.argv[3]);
