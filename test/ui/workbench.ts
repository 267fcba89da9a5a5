import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { launchBrowser, openPage } from "../host/browser.ts";
import { extensionFolder } from "../host/extensionFolder.ts";
import { screenshotsFolder } from "../host/folders.ts";
import { type Server, type ServerOptions, startServer } from "../host/server.ts";

/** The identifiers of one theme of each kind; the newest VS Code has shortened two of them. */
const themes = {
  light: { floor: "Default Light Modern", newest: "Light Modern", kind: "vs" },
  dark: { floor: "Default Dark Modern", newest: "Dark Modern", kind: "vs-dark" },
  hc: { floor: "Default High Contrast", newest: "Default High Contrast", kind: "hc-black" },
} as const;

const settlePauseMs = 100;

export interface WorkbenchOptions extends Pick<ServerOptions, "version" | "trusted" | "settings" | "vsix" | "env"> {
  /** Default: dark. */
  theme?: keyof typeof themes;
  size?: { width: number; height: number };
}

/** Page object of a VS Code window; every action waits until what it needs is there. */
export class Workbench {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #server: Server;

  constructor(page: Page, browser: Browser, server: Server) {
    this.page = page;
    this.#browser = browser;
    this.#server = server;
  }

  /** Shows a view container by its icon in the activity bar; does nothing when it is shown already. */
  async openView(title: string): Promise<void> {
    const tab = this.page.locator(".activitybar").getByRole("tab", { name: title });
    await tab.waitFor();
    if ((await tab.getAttribute("aria-selected")) !== "true") await tab.click();
    await this.page.locator(".sidebar .composite.title").getByText(title).waitFor();
  }

  /** A view of the side bar with its header, for instance "Runs". */
  view(title: string): Locator {
    const header = this.page.locator(`.pane-header[aria-label^="${title}"]`);
    return this.page.locator(".sidebar .pane").filter({ has: header });
  }

  /** Rows of the side bar's trees whose text or accessible name contains the label; only those on screen exist. */
  rows(label: string | RegExp): Locator {
    return this.page.locator(".sidebar").getByRole("treeitem", { name: label });
  }

  /** Opens the twistie of a row without selecting what the row stands for. */
  async expand(row: Locator): Promise<void> {
    const expanded = row.and(this.page.locator('[aria-expanded="true"]'));
    await this.settle();
    // A row that is drawn anew at the moment of the click swallows it.
    for (let attempt = 0; attempt < 3 && (await expanded.count()) === 0; attempt++) {
      await row.locator(".monaco-tl-twistie:not(.codicon-tree-item-loading)").click();
      await expanded.waitFor({ timeout: 5000 }).catch(() => {});
    }
    await expanded.waitFor();
    await this.settle();
  }

  /** Waits until the side bar's trees stand still: a click that lands while rows move hits another row. */
  async settle(): Promise<void> {
    const names = () => this.rows(/./).evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label")).join());
    for (let before = await names(), after = ""; before !== after; before = after, after = await names()) {
      await this.page.waitForTimeout(settlePauseMs);
    }
  }

  /** Chooses from the context menu of a row; a path of several names goes through submenus. */
  async chooseFromMenu(row: Locator, ...names: string[]): Promise<void> {
    await this.settle();
    await row.click({ button: "right" });
    for (const name of names) {
      const item = this.page.locator(".monaco-menu").getByRole("menuitem", { name, exact: true });
      await item.hover();
    }
    // By key: a menu takes no click in its first moments, in which a right button's release would choose by accident.
    await this.page.keyboard.press("Enter");
    await this.page.locator(".monaco-menu").first().waitFor({ state: "hidden" });
  }

  /** The box that the palette and quick picks show. */
  get quickInput(): Locator {
    return this.page.locator(".quick-input-widget");
  }

  /** Runs a command by its full title in the palette, category and all. */
  async run(title: string): Promise<void> {
    const input = this.quickInput.locator("input").first();
    // A page that is being opened takes the focus: the key is lost, or the box closes again at once.
    let typed = false;
    for (let attempt = 0; attempt < 4 && !typed; attempt++) {
      await this.page.keyboard.press("F1");
      typed = await input.fill(`>${title}`, { timeout: 5000 }).then(
        () => true,
        () => false,
      );
    }
    // The name goes on after a comma with the shortcut, where there is one; longer titles are other commands.
    const whole = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(,|$)`);
    await this.quickInput.getByRole("option", { name: whole }).first().click();
  }

  /** An editor's tab by its title. */
  tab(title: string | RegExp): Locator {
    return this.page.locator(".tabs-container").getByRole("tab", { name: title });
  }

  /** The page inside a webview editor, which is brought to the front. */
  async webview(title: string | RegExp): Promise<FrameLocator> {
    await this.tab(title).click();
    const outer = this.page.locator("iframe.webview.ready").filter({ visible: true }).last();
    const inner = outer.contentFrame().locator("iframe#active-frame");
    await inner.contentFrame().locator("body").waitFor();
    return inner.contentFrame();
  }

  /** Shows the Problems panel and answers its rows. */
  async problems(): Promise<Locator> {
    await this.run("Problems: Focus on Problems View");
    const panel = this.page.locator(".markers-panel");
    await panel.waitFor();
    return panel.getByRole("treeitem");
  }

  /** Answers the file dialog that is open, a box for a path in the browser. */
  async answerDialog(path: string): Promise<void> {
    const input = this.quickInput.locator("input").first();
    // The palette, which it may follow, is such a box too; a path stands in the dialog's alone.
    for (let attempt = 0; attempt < 100 && !(await this.#value(input)).startsWith("/"); attempt++) {
      await this.page.waitForTimeout(100);
    }
    // It writes the path that it begins with late, and takes no key while it lists a folder.
    for (let attempt = 0; attempt < 10 && (await input.isVisible()); attempt++) {
      await input.fill(path);
      await this.page.waitForTimeout(400);
      if ((await input.inputValue()) !== path) continue;
      await this.page.keyboard.press("Enter");
      await this.quickInput.waitFor({ state: "hidden", timeout: 1000 }).catch(() => {});
    }
    await this.quickInput.waitFor({ state: "hidden" });
  }

  async #value(input: Locator): Promise<string> {
    return (await input.isVisible()) ? input.inputValue() : "";
  }

  /** Presses a button of a notification, which may have hidden itself meanwhile. */
  async answerNotification(button: string): Promise<void> {
    await this.run("Notifications: Show Notifications");
    await this.page.locator(".notifications-center").getByRole("button", { name: button }).click();
  }

  /** Saves what is on screen as `out/screenshots/NAME.png`. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshotsFolder, { recursive: true });
    await this.page.screenshot({ path: join(screenshotsFolder, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }
}

/** Opens a folder in a VS Code of its own, with the extension from `dist/`, or with what `vsix` names instead. */
export async function open(folder: string, options: WorkbenchOptions = {}): Promise<Workbench> {
  const { theme = "dark", version = "newest", size, settings, ...rest } = options;
  const colorTheme = { "workbench.colorTheme": themes[theme][version] };
  const server = await startServer({ ...rest, version, settings: { ...colorTheme, ...settings } });
  const browser = await launchBrowser();
  const extension = rest.vsix === undefined ? { extension: extensionFolder() } : {};
  const page = await openPage(browser, server, { folder, ...extension, ...(size === undefined ? {} : { size }) });
  await page.locator(`.monaco-workbench.${themes[theme].kind} .activitybar`).waitFor();
  return new Workbench(page, browser, server);
}
