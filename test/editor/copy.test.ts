import assert from "node:assert/strict";
import { join } from "node:path";
import { commands, env } from "vscode";
import { Command } from "../../src/editor/base/names.ts";
import type { Api } from "../../src/editor/extension.ts";
import type { Node } from "../../src/editor/tree/nodes.ts";
import { activeApi, eventually, experimentsOf, findRun } from "./api.ts";

describe("Copy", () => {
  let api: Api;
  before(async () => {
    api = await activeApi();
  });

  async function copied(command: string, ...rows: Node[]): Promise<string> {
    await env.clipboard.writeText("nothing yet");
    await commands.executeCommand(command, rows[0], rows.length > 1 ? rows : undefined);
    return env.clipboard.readText();
  }

  it("ID gives the ids of runs and experiments, a line each", async () => {
    const [experiment] = await experimentsOf(api);
    const run = await findRun(api);
    assert.ok(experiment);
    assert.equal(await copied(Command.copyId, run), run.row.id);
    assert.equal(await copied(Command.copyId, run, experiment), `${run.row.id}\n${experiment.row.id}`);
  });

  it("URI gives what MLflow takes", async () => {
    const run = await findRun(api, ({ row }) => row.counts.models > 0);
    assert.equal(await copied(Command.copyUri, run), `runs:/${run.row.id}`);
    const model = await below(run, "models");
    assert.equal(model.kind === "model" && model.owner.kind, "model");
    assert.match(await copied(Command.copyUri, model), /^models:\/m-[0-9a-f]{32}$/);
    assert.match(await copied(Command.copyId, model), /^m-[0-9a-f]{32}$/);
  });

  it("Path gives the run's folder", async () => {
    const { ref } = (await findRun(api)).row;
    assert.equal(await copied(Command.copyPath, await findRun(api)), join(ref.store, ref.experiment, ref.run));
  });

  it("Value gives a param whole", async () => {
    const run = await findRun(api, ({ row }) => row.counts.params > 0);
    const param = await below(run, "params");
    const view = await api.engine().run(run.row.ref);
    assert.equal(await copied(Command.copyValue, param), view?.params[0]?.value);
  });

  /** The first row in a section of a run. */
  async function below(run: Node, section: string): Promise<Node> {
    return eventually(`a row in ${section}`, async () => {
      const sections = await api.tree.getChildren(run);
      const found = sections.find((node) => node.kind === "section" && node.section === section);
      return found === undefined ? null : (await api.tree.getChildren(found))[0];
    });
  }
});
