import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands, window } from "vscode";
import { columnId } from "../../src/core/model/runsTable.ts";
import type { ExperimentRow } from "../../src/core/model/views.ts";
import { Command } from "../../src/editor/base/names.ts";
import { saveNamed } from "../../src/editor/config/saveNamed.ts";
import { sayGoal } from "../../src/editor/config/sayGoal.ts";
import type { Api } from "../../src/editor/extension.ts";
import { activeApi, eventually } from "./api.ts";
import { instead } from "./stubs.ts";

describe("the repository's config", () => {
  let api: Api;
  let store = "";
  let file = "";
  let judged: ExperimentRow;
  let other = "";

  before(async () => {
    api = await activeApi();
    const found = api.stores.all.find(({ kind }) => kind === "file");
    assert.ok(found);
    store = found.key;
    file = join(found.base, ".mlflow-runs.json");
    await api.engine().settled();
    for (const row of await api.engine().experiments(store)) {
      const keys = await api.engine().metricKeys(store, [row.folder]);
      const key = keys.find((one) => one !== row.primary?.key);
      if (row.primary !== null && key !== undefined) [judged, other] = [row, key];
    }
    assert.ok(other);
  });
  afterEach(() => rmSync(file, { force: true }));

  const primary = async () =>
    (await api.engine().experiments(store)).find(({ folder }) => folder === judged.folder)?.primary ?? null;

  it("says by which metric an experiment is judged, as soon as it is written and for as long as it is there", async () => {
    const goals = { [other]: "max" };
    writeFileSync(file, JSON.stringify({ primaryMetrics: { [judged.name]: other }, goals }));
    await eventually("the stated metric", async () => ((await primary())?.key === other ? true : null));
    assert.deepEqual(await primary(), { key: other, goal: "max" });
    rmSync(file);
    await eventually("the guessed metric", async () => ((await primary())?.key === judged.primary?.key ? true : null));
  });

  it("is written by Set Primary Metric…", async () => {
    const node = { kind: "experiment", row: judged };
    const done = commands.executeCommand(Command.setPrimaryMetric, node);
    let ended = false;
    void Promise.resolve(done).then(() => {
      ended = true;
    });
    await eventually("the picks", async () => {
      await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return ended ? true : null;
    });
    const written = JSON.parse(readFileSync(file, "utf8"));
    const keys = await api.engine().metricKeys(store, [judged.folder]);
    assert.deepEqual(written.primaryMetrics, { [judged.name]: keys[0] });
    assert.equal((await primary())?.key, keys[0]);
  });

  /** The goal of the primary metric after somebody said one and pressed this button of what is told then. */
  async function afterSaying(goal: "min" | "max", pressed: (buttons: readonly string[]) => string | undefined) {
    const key = judged.primary?.key ?? "";
    const told = async (_: string, ...buttons: string[]) => pressed(buttons);
    await instead(window, "showInformationMessage", told as unknown as typeof window.showInformationMessage, () =>
      sayGoal(api, [store], key, goal),
    );
    return key;
  }
  const turned = () => (judged.primary?.goal === "min" ? "max" : "min");

  it("is not touched by a goal that is said on a page, which holds in the tree all the same, until it is taken back", async () => {
    await afterSaying(turned(), () => undefined);
    await eventually("the goal", async () => ((await primary())?.goal === turned() ? true : null));
    assert.ok(!existsSync(file));
    await afterSaying(turned(), ([, undo]) => undo);
    await eventually("what was before", async () => (api.goals.all.length === 1 ? true : null));
    await api.goals.say([store], judged.primary?.key ?? "", null);
    await eventually("the guess", async () => ((await primary())?.goal === judged.primary?.goal ? true : null));
  });

  it("takes a goal that was said where the person wants it written, and is then the only one that says so", async () => {
    const key = await afterSaying(turned(), ([write]) => write);
    await eventually("the config", async () => (existsSync(file) ? true : null));
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")).goals, { [key]: turned() });
    await eventually("nothing kept beside it", async () => (api.goals.all.length === 0 ? true : null));
    await eventually("the same goal", async () => ((await primary())?.goal === turned() ? true : null));
  });

  it("takes a filter and columns under a name that is asked for, and nothing where none is given", async () => {
    const saving = (name: string | undefined, value: string | readonly string[]) =>
      instead(
        window,
        "showInputBox",
        async () => name,
        () => saveNamed(api, store, typeof value === "string" ? "filters" : "columnSets", value),
      );
    await saving(undefined, "status = 'FAILED'");
    assert.ok(!existsSync(file));
    await saving(" Broken ", "status = 'FAILED'");
    const filters = async () => (await api.engine().config(store)).config.filters;
    assert.deepEqual(await filters(), [{ name: "Broken", filter: "status = 'FAILED'" }]);
    rmSync(file);
    await saving("Errors", ["metrics.rmse", "params.lr"]);
    const { config } = await api.engine().config(store);
    assert.deepEqual(config.columnSets[0]?.columns.map(columnId), ["metrics.rmse", "params.lr"]);
  });

  it("tells whoever shows a store that its named filters are others", async () => {
    let heard = false;
    const stop = api.engine().onDidChange((change) => {
      heard ||= change.store === store;
    });
    writeFileSync(file, JSON.stringify({ filters: { Slow: "metrics.time > 3" } }));
    await eventually("a change", async () => (heard ? true : null));
    stop();
  });
});
