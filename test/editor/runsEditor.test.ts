import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { commands, env, type QuickPickItem, type SaveDialogOptions, TabInputWebview, Uri, window } from "vscode";
import type { RunRef } from "../../src/core/model/run.ts";
import { Command, RUNS_PANEL } from "../../src/editor/base/names.ts";
import type { Api } from "../../src/editor/extension.ts";
import { TableTab } from "../../src/editor/runs/tableTab.ts";
import { TableViews } from "../../src/editor/runs/tableViews.ts";
import type { ExperimentNode, RunNode } from "../../src/editor/tree/nodes.ts";
import { activeApi, eventually, experimentsOf } from "./api.ts";
import { instead } from "./stubs.ts";

/** A person who picks the item of this label. */
function choosing(label: (items: readonly QuickPickItem[]) => string): typeof window.showQuickPick {
  const pick = async (items: readonly QuickPickItem[]) => items.find((item) => item.label === label(items));
  return pick as unknown as typeof window.showQuickPick;
}

describe("the Runs editor", () => {
  let api: Api;
  let experiment: ExperimentNode;
  let runs: RunNode[];
  before(async () => {
    api = await activeApi();
    for (const node of await experimentsOf(api)) {
      const found = (await api.tree.getChildren(node)).filter((child) => child.kind === "run");
      if (found.length >= 4) [experiment, runs] = [node, found];
    }
    assert.ok(runs.length >= 4);
  });
  afterEach(() => commands.executeCommand("workbench.action.closeAllEditors"));

  const refs = (nodes: readonly RunNode[]): RunRef[] => nodes.map(({ row }) => row.ref);
  const editors = () =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes(RUNS_PANEL));
  const titled = (label: string) =>
    eventually(label, () => editors().find((tab) => tab.label === label && tab.isActive));
  const last = () => {
    const opening = api.panels.openings().at(-1);
    assert.ok(opening);
    return opening;
  };

  it("opens an experiment's table under its name, and finds it again", async () => {
    await commands.executeCommand(Command.openTable, experiment);
    await titled(`Runs of ${experiment.row.name}`);
    const { store, folder } = experiment.row;
    assert.deepEqual(last().place, { store, experiments: [folder] });
    assert.equal(last().tab, "table");
    await commands.executeCommand(Command.openTable, runs[0]);
    assert.equal(editors().length, 1);
  });

  it("opens the comparison of all that are selected, under their names, beside the table they are of", async () => {
    const [a, b] = runs;
    assert.ok(a && b);
    await commands.executeCommand(Command.compareSelected, a, [a, b]);
    await titled(`${a.row.label} ↔ ${b.row.label}`);
    assert.deepEqual(last().pins, { refs: refs([a, b]), baseline: null });
    assert.deepEqual(last().place?.experiments, [experiment.row.folder]);
  });

  it("takes runs into the comparison in sight and out again, in the order they were pinned", async () => {
    const [a, b, c, d] = runs;
    assert.ok(a && b && c && d);
    await commands.executeCommand(Command.compareSelected, c, [c, a]);
    await titled(`${c.row.label} ↔ ${a.row.label}`);
    await commands.executeCommand(Command.pin, d, [d, b]);
    await titled(`${c.row.label} and 3 more`);
    assert.deepEqual(last().pins.refs, refs([c, a, d, b]));
    await commands.executeCommand(Command.pin, a, [a, d]);
    await titled(`${c.row.label} ↔ ${b.row.label}`);
    assert.deepEqual(last().pins.refs, refs([c, b]));
  });

  it("measures against the baseline that is set, which is pinned with it", async () => {
    const [a, b, c] = runs;
    assert.ok(a && b && c);
    await commands.executeCommand(Command.compareSelected, a, [a, b]);
    await commands.executeCommand(Command.setBaseline, c);
    assert.deepEqual(last().pins, { refs: refs([a, b, c]), baseline: c.row.ref });
    await commands.executeCommand(Command.pin, c);
    assert.deepEqual(last().pins, { refs: refs([a, b]), baseline: null });
  });

  it("takes what was pinned while no editor was in sight", async () => {
    const [a, b, c] = runs;
    assert.ok(a && b && c);
    await commands.executeCommand(Command.pin, a);
    await commands.executeCommand(Command.setBaseline, b);
    await commands.executeCommand(Command.openTable, experiment);
    assert.deepEqual(last().pins, { refs: refs([a, b]), baseline: b.row.ref });
    await commands.executeCommand("workbench.action.closeAllEditors");
    await commands.executeCommand(Command.compareSelected, b, [b, c]);
    assert.deepEqual(last().pins.refs, refs([b, c]));
  });

  it("asks whose table is wanted, where nothing says so", async () => {
    let offered: readonly string[] = [];
    await instead(
      window,
      "showQuickPick",
      choosing((items) => {
        offered = items.map(({ label }) => label);
        return experiment.row.name;
      }),
      () => commands.executeCommand(Command.openTable),
    );
    assert.ok(offered.includes(experiment.row.name), offered.join(", "));
    await titled(`Runs of ${experiment.row.name}`);
  });

  it("exports an experiment's runs into the file that is named", async () => {
    await commands.executeCommand(Command.hideDeleted);
    const file = join(mkdtempSync(join(tmpdir(), "mlflow-runs-export-")), "out.csv");
    let proposed = "";
    await instead(
      window,
      "showQuickPick",
      choosing(() => "CSV"),
      () =>
        instead(
          window,
          "showSaveDialog",
          async (options?: SaveDialogOptions) => {
            proposed = options?.defaultUri?.path ?? "";
            return Uri.file(file);
          },
          () => commands.executeCommand(Command.exportRuns, experiment),
        ),
    );
    assert.ok(proposed.endsWith("-runs.csv"), proposed);
    const lines = readFileSync(file, "utf8").split("\r\n");
    // Values of this experiment hold line breaks of their own.
    const records = lines.filter((line) => /,[0-9a-f]{32},[a-z]+,/.test(line));
    assert.equal(records.length, experiment.row.runs - (experiment.row.deletedRuns ?? 0));
    assert.match(lines[0] ?? "", /^label,run_id,status,start_time/);
    rmSync(dirname(file), { recursive: true });
  });

  it("copies runs as a Markdown table", async () => {
    const [a, b] = runs;
    assert.ok(a && b);
    await commands.executeCommand(Command.copyMarkdown, a, [a, b]);
    const lines = (await env.clipboard.readText()).trimEnd().split("\n");
    assert.equal(lines.length, 4);
    assert.match(lines[0] ?? "", /`label` \| `status` \| `start_time`/);
    assert.ok(lines[2]?.includes(a.row.label) && lines[3]?.includes(b.row.label));
  });

  it("says that a store is not there any more and what to do, and of one without runs that there are none", async () => {
    const views = new TableViews({ get: () => undefined, update: async () => undefined });
    const asked = { filter: "", lifecycle: "active", order: [], grouping: null, open: [], columns: [] } as const;
    const pageOf = (store: string, experiments: readonly string[] | null) =>
      new TableTab(api.engine, views, { store, experiments }).page({
        store,
        experiments,
        ...asked,
        offset: 0,
        limit: 1,
      });
    const gone = join(dirname(experiment.row.store), "gone", "mlruns");
    await assert.rejects(pageOf(gone, null), /gone\/mlruns is not there any more\. Bring it back/);
    assert.equal((await pageOf(experiment.row.store, ["no such experiment"])).all, 0);
    assert.ok((await pageOf(experiment.row.store, null)).all > 0);
  });
});
