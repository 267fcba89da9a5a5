import { format } from "node:util";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";
import type { Server } from "./server.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium without a window; each page of it gets a fresh profile. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const { executable, env } = await findChromium();
  const whole = Object.fromEntries(
    Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return chromium.launch({ executablePath: executable, args: [...flags, ...more], env: whole });
}

export interface OpenOptions {
  /** The folder, or a `.code-workspace` file, to open. */
  folder: string;
  /** An extension to load from its source folder. */
  extension?: string;
  /** A test program (exports `run`) for the extension host. */
  tests?: string;
  /** What the extension host prints, a line each. */
  onLog?(line: string): void;
  /** Called with the test program's exit code. */
  onExit?(code: number): void;
  size?: { width: number; height: number };
}

function payload(server: Server, options: OpenOptions): string[][] {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const pairs: string[][] = [];
  if (options.extension !== undefined) pairs.push(["extensionDevelopmentPath", remote(options.extension)]);
  if (options.tests !== undefined) pairs.push(["extensionTestsPath", remote(options.tests)]);
  return pairs;
}

/** The address that opens a folder, with an extension under development when one is given. */
export function workbenchUrl(server: Server, options: OpenOptions): string {
  const kind = options.folder.endsWith(".code-workspace") ? "workspace" : "folder";
  const pairs = payload(server, options);
  const query = `?${kind}=${encodeURIComponent(options.folder)}`;
  return `${server.url}/${query}${pairs.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(pairs))}` : ""}`;
}

/** Opens a workbench on a folder in a page of its own. */
export async function openPage(browser: Browser, server: Server, options: OpenOptions): Promise<Page> {
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    // Without a person there is nobody to allow it.
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => options.onLog?.(format(...args)));
  await page.exposeFunction("codeAutomationExit", (code: number) => options.onExit?.(code));
  await page.goto(workbenchUrl(server, options));
  return page;
}
