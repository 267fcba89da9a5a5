import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import type { ExportData } from "../../src/core/compare/export/exportData.ts";
import { exportHtml } from "../../src/core/compare/export/exportHtml.ts";
import type { RunRef } from "../../src/core/model/run.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { gatherComparison, gatherStores } from "../../src/engine/export/gather.ts";
import { openEngine } from "../../src/engine/local.ts";
import { launchBrowser } from "../host/browser.ts";
import { buildStore } from "../support/store.ts";
import { seriousIn } from "./pages/usePages.ts";

const EVIL = '</script><img src=x onerror="document.body.dataset.evil=1">';

describe("a page that is a file of its own", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "mlflow-runs-"));
  const store = join(folder, "mlruns");
  const other = join(folder, "other", "mlruns");
  let engine: Engine;
  let browser: Browser;
  let refs: readonly RunRef[] = [];

  before(async () => {
    const runs = [
      {
        name: "deep",
        params: { depth: 8, note: EVIL },
        metrics: { rmse: [3, 2, 1], auc: 0.5 },
        artifacts: { "a.txt": EVIL },
      },
      {
        name: "wide",
        params: { depth: 4, note: "plain" },
        metrics: { rmse: [3, 2.5, 2], auc: 0.6 },
        artifacts: { "a.txt": "b" },
      },
      { name: EVIL, params: { depth: 2 }, metrics: { rmse: [4] }, tags: { "mlflow.note.content": `**bold** ${EVIL}` } },
    ];
    const [experiment] = buildStore(store, { experiments: [{ name: "churn", runs }] }).experiments;
    refs = (experiment?.runs ?? []).map(({ id }) => ({ store, experiment: experiment?.id ?? "", run: id }));
    engine = openEngine();
    buildStore(other, { experiments: [{ name: "prices", runs: [{ name: "elsewhere", metrics: { mae: 7 } }] }] });
    const ref = { key: store, kind: "file", base: folder, label: "mlruns" } as const;
    const second = { key: other, kind: "file", base: join(folder, "other"), label: "other/mlruns" } as const;
    await engine.open({ stores: [ref, second], cacheFolder: null, watch: false });
    await engine.settled();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await engine?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Opened {
    readonly tab: Page;
    /** What went wrong, and what was asked of any network. */
    readonly faults: string[];
  }

  async function open(data: ExportData, scheme: "light" | "dark" = "light"): Promise<Opened> {
    const file = join(folder, `${data.title}.html`);
    writeFileSync(file, exportHtml(readFileSync("dist/export.html", "utf8"), data));
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, colorScheme: scheme });
    const tab = await context.newPage();
    const faults: string[] = [];
    tab.on("pageerror", (error) => faults.push(error.message));
    tab.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    tab.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) faults.push(request.url());
    });
    await tab.goto(pathToFileURL(file).href);
    await tab.locator("main, [role=tabpanel]").first().waitFor();
    return { tab, faults };
  }

  const about = (title: string) => ({ title, version: "1.0.0", strings: {} });

  it("shows a comparison with all that it says, and asks no network for anything", async () => {
    const data = await gatherComparison(engine, { refs, baseline: null }, about("three"));
    const { tab, faults } = await open(data);
    ok((await tab.locator(".verdict").innerText()).includes("deep is best"));
    await tab.getByText("made ").waitFor();
    await tab.locator(".chart-card, canvas").first().waitFor();
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await tab.getByRole("button", { name: "a.txt" }).click();
    await tab.getByText("onerror=").last().waitFor();
    strictEqual(await tab.locator("img, iframe").count(), 0);
    strictEqual(await tab.evaluate(() => document.body.dataset.evil), undefined);
    deepStrictEqual(await seriousIn(tab), []);
    deepStrictEqual(faults, []);
    await tab.context().close();
  });

  it("stays a comparison to work with: baseline, order, removal, differences", async () => {
    const data = await gatherComparison(engine, { refs, baseline: null }, about("work"));
    const { tab, faults } = await open(data, "dark");
    await tab.getByRole("button", { name: "Measure the others against wide" }).click();
    await tab.locator("tr", { hasText: "auc" }).locator("td").first().getByText("worse").waitFor();
    await tab.getByRole("button", { name: /^Remove .*onerror/ }).click();
    await tab.waitForFunction(() => document.querySelectorAll(".chip").length === 2);
    await tab.keyboard.press("F7");
    ok((await tab.evaluate(() => document.activeElement?.textContent))?.includes("auc"));
    strictEqual(await tab.getByRole("button", { name: "Copy Link" }).count(), 0);
    deepStrictEqual(faults, []);
    await tab.context().close();
  });

  it("shows a store as a table, and compares what is pinned in it", async () => {
    const data = await gatherStores(engine, [store], about("store"));
    ok(data);
    const { tab, faults } = await open(data);
    await tab.getByText("deep").first().waitFor();
    deepStrictEqual(await seriousIn(tab), []);
    strictEqual(await tab.getByRole("combobox", { name: "Store" }).count(), 0);
    await pin(tab, "deep");
    await pin(tab, "wide");
    await tab.getByRole("tab", { name: /^Compare/ }).click();
    await tab.locator(".verdict", { hasText: "wide is worse than deep on rmse" }).waitFor();
    await tab.locator(".chart-card canvas").first().waitFor();
    await tab.getByRole("button", { name: "a.txt" }).click();
    await tab.getByText("onerror=").last().waitFor();
    await tab.getByRole("tab", { name: "Trend" }).click();
    await tab.locator(".trend-sentence", { hasText: "rmse" }).waitFor();
    deepStrictEqual(faults, []);
    await tab.context().close();
  });

  it("shows several stores, one at a time, and compares their runs", async () => {
    const data = await gatherStores(engine, [store, other], about("stores"));
    ok(data);
    const { tab, faults } = await open(data);
    await pin(tab, "deep");
    await tab.getByRole("combobox", { name: "Store" }).selectOption("other/mlruns");
    await tab.getByText("elsewhere").first().waitFor();
    await tab.getByText("deep").first().waitFor({ state: "detached" });
    await pin(tab, "elsewhere");
    deepStrictEqual(await seriousIn(tab), []);
    await tab.getByRole("tab", { name: /^Compare/ }).click();
    await tab.locator(".verdict", { hasText: /elsewhere/ }).waitFor();
    strictEqual(await tab.locator(".chip").count(), 2);
    deepStrictEqual(faults, []);
    await tab.context().close();
  });

  async function pin(tab: Page, label: string): Promise<void> {
    await tab.locator(".grid-row", { hasText: label }).first().click({ button: "right" });
    await tab.getByRole("menuitem", { name: "Pin to Comparison" }).click();
  }
});
