import assert from "node:assert/strict";
import { CancellationTokenSource, type MarkdownString, ThemeIcon, TreeItemCollapsibleState } from "vscode";
import type { Api } from "../../src/editor/extension.ts";
import { activeApi, experimentsOf, findRun } from "./api.ts";

describe("the Runs tree", () => {
  let api: Api;
  before(async () => {
    api = await activeApi();
  });

  it("lists every active experiment with its number of runs", async () => {
    const nodes = await experimentsOf(api);
    const lists = await Promise.all(api.stores.all.map(({ key }) => api.engine().experiments(key)));
    const active = lists.flat().filter(({ lifecycle }) => lifecycle === "active");
    assert.equal(nodes.length, active.length);
    for (const node of nodes) assert.match(String(api.tree.getTreeItem(node).description), /\d+ runs?/);
  });

  it("draws a run with its label, status and what it opens, without a tooltip yet", async () => {
    const node = await findRun(api);
    const item = api.tree.getTreeItem(node);
    assert.equal(item.label, node.row.label);
    assert.ok(item.iconPath instanceof ThemeIcon);
    assert.equal(item.command?.command, "vscode.open");
    assert.equal(item.tooltip, undefined);
    assert.ok((item.accessibilityInformation?.label ?? "").startsWith(node.row.label));
  });

  it("makes the tooltip when it is asked for", async () => {
    const node = await findRun(api);
    const { token } = new CancellationTokenSource();
    const item = await api.tree.resolveTreeItem(api.tree.getTreeItem(node), node, token);
    const tooltip = item.tooltip as MarkdownString;
    assert.ok(tooltip.value.includes(node.row.id), tooltip.value);
    assert.notEqual(tooltip.isTrusted, true);
  });

  it("shows metrics, params and artifacts below a run", async () => {
    const node = await findRun(api, ({ row }) => row.counts.metrics > 0 && row.counts.params > 0);
    const below = await api.tree.getChildren(node);
    assert.equal(below[0]?.kind, "fact");
    const sections = below.flatMap((child) => (child.kind === "section" ? [child.section] : []));
    assert.ok(sections.includes("params") && sections.includes("artifacts"), sections.join());
  });

  it("has the same row for the same run when asked again", async () => {
    assert.equal(await findRun(api), await findRun(api));
  });

  it("leaves nothing to expand where there is nothing", async () => {
    const empty = (await experimentsOf(api)).find(
      ({ row }) => row.runs === 0 && row.loggedModels === 0 && row.traces === 0,
    );
    if (empty === undefined) return;
    assert.equal(api.tree.getTreeItem(empty).collapsibleState, TreeItemCollapsibleState.None);
  });
});
