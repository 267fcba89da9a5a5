import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { env, extensions, Uri, window } from "vscode";
import type { RunRef } from "../../src/core/model/run.ts";
import type { Api } from "../../src/editor/extension.ts";
import { copyLink } from "../../src/editor/sharing/copyLink.ts";
import { exportPage } from "../../src/editor/sharing/exportPage.ts";
import { LinkHandler } from "../../src/editor/sharing/linkHandler.ts";
import type { Pins } from "../../src/protocol/runs.ts";
import { activeApi, eventually, experimentsOf } from "./api.ts";
import { instead } from "./stubs.ts";

describe("handing a comparison on", () => {
  let api: Api;
  let refs: readonly RunRef[];

  before(async () => {
    api = await activeApi();
    const experiments = await experimentsOf(api);
    const [experiment] = experiments.toSorted((a, b) => b.row.runs - a.row.runs);
    assert.ok(experiment);
    const runs = await api.tree.getChildren(experiment);
    refs = runs.flatMap((node) => (node.kind === "run" ? [node.row.ref] : [])).slice(0, 3);
    assert.equal(refs.length, 3);
  });

  /** What a handler opens for an address. */
  async function opened(address: Uri): Promise<Pins | null> {
    let pins: Pins | null = null;
    const handler = new LinkHandler(api.host, api.stores, async (given) => {
      pins = given;
    });
    await handler.handleUri(address);
    return pins;
  }

  it("copies an address that opens the same runs, named by no path of this machine", async () => {
    const pins = { refs, baseline: refs[1] ?? null };
    await copyLink(pins, api.stores);
    const text = await env.clipboard.readText();
    assert.ok(text.startsWith(`${env.uriScheme}://mlflow-runs.mlflow-runs/runs?store=`), text);
    assert.ok(!decodeURIComponent(text).includes(dirname(refs[0]?.store ?? "")), text);
    assert.deepEqual(await opened(Uri.parse(text)), pins);
  });

  it("opens one run as its own page", async () => {
    const [first] = refs;
    assert.ok(first);
    await copyLink({ refs: [first], baseline: null }, api.stores);
    assert.equal(await opened(Uri.parse(await env.clipboard.readText())), null);
    await eventually("the run's page", () =>
      window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => JSON.stringify(input).includes(first.run)),
    );
  });

  it("opens nothing else, and says so", async () => {
    const said: string[] = [];
    const say = async (text: string): Promise<undefined> => void said.push(text);
    const base = `${env.uriScheme}://mlflow-runs.mlflow-runs`;
    await instead(window, "showInformationMessage", say as typeof window.showInformationMessage, async () => {
      assert.equal(await opened(Uri.parse(`${base}/runs?store=..%2F..%2Fetc&run=0%2C0%2Cx`)), null);
      assert.equal(await opened(Uri.parse(`${base}/runs`)), null);
      assert.equal(await opened(Uri.parse(`${base}/command?store=x`)), null);
    });
    assert.deepEqual(said, ['This workspace has no store "../../etc".', "This link names no runs."]);
  });

  it("writes one file that holds page and data", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "mlflow-runs-export-")), "out.html");
    const shown = await api.engine().compare(refs);
    const extension = extensions.getExtension("mlflow-runs.mlflow-runs");
    assert.ok(extension);
    const write = () => exportPage({ refs, baseline: null }, shown, api.engine(), extension.extensionUri);
    await instead(window, "showSaveDialog", async () => undefined, write);
    await instead(window, "showSaveDialog", async () => Uri.file(file), write);
    const html = readFileSync(file, "utf8");
    assert.match(html, /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/);
    for (const { run } of refs) assert.ok(html.includes(run));
    rmSync(dirname(file), { recursive: true });
  });
});
