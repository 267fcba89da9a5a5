import assert from "node:assert/strict";
import { commands, TabInputCustom, TabInputWebview, window } from "vscode";
import { Command, RUN_EDITOR, RUN_SCHEME, RUNS_PANEL } from "../../src/editor/base/names.ts";
import type { Api } from "../../src/editor/extension.ts";
import { refOfUri } from "../../src/editor/page/runUri.ts";
import type { RunNode } from "../../src/editor/tree/nodes.ts";
import { activeApi, eventually, experimentsOf, findRun } from "./api.ts";

const activeTab = () => window.tabGroups.activeTabGroup.activeTab;

describe("the Run editor", () => {
  let api: Api;
  before(async () => {
    api = await activeApi();
  });
  afterEach(() => commands.executeCommand("workbench.action.closeAllEditors"));

  it("opens from the tree's row, in a tab with the run's label", async () => {
    const node = await findRun(api);
    const { command } = api.tree.getTreeItem(node);
    await commands.executeCommand(command?.command ?? "", ...(command?.arguments ?? []));
    const input = await eventually("the tab", () => {
      const tab = activeTab();
      return tab?.input instanceof TabInputCustom ? tab.input : null;
    });
    assert.equal(input.viewType, RUN_EDITOR);
    assert.equal(input.uri.scheme, RUN_SCHEME);
    assert.equal(activeTab()?.label, node.row.label);
    assert.deepEqual(refOfUri(input.uri), node.row.ref);
  });

  it("opens a run in the tab it has, whatever it is called by now", async () => {
    const node = await findRun(api);
    const openRow = async (row: RunNode["row"]) => {
      const { command } = api.tree.getTreeItem({ ...node, row });
      await commands.executeCommand(command?.command ?? "", ...(command?.arguments ?? []));
    };
    await openRow(node.row);
    await eventually("the tab", () => activeTab());
    await openRow({ ...node.row, label: "lr=0.1, depth=4" });
    const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    assert.deepEqual(tabs(), [node.row.label]);
    await commands.executeCommand("workbench.action.closeAllEditors");
    await openRow({ ...node.row, label: "lr=0.1, depth=4" });
    await eventually("the tab of the new label", () => (tabs().includes("lr=0.1, depth=4") ? true : null));
  });

  it("opens several runs that are selected", async () => {
    const runs = await someRuns(api, 2);
    await commands.executeCommand(Command.open, runs[0], runs);
    assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 2);
  });

  it("opens the comparison of all that are selected", async () => {
    const runs = await someRuns(api, 3);
    await commands.executeCommand(Command.compareSelected, runs[0], runs);
    const tab = await eventually("the comparison", () => {
      const found = activeTab();
      return found?.input instanceof TabInputWebview && found.input.viewType.includes(RUNS_PANEL) ? found : null;
    });
    assert.ok(tab.label.length > 0);
  });
});

async function someRuns(api: Api, count: number): Promise<RunNode[]> {
  const lists = await Promise.all((await experimentsOf(api)).map((node) => api.tree.getChildren(node)));
  const runs = lists.flat().filter((node) => node.kind === "run");
  assert.ok(runs.length >= count);
  return runs.slice(0, count);
}
