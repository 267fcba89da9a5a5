import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { commands, languages, type ProcessExecution, type Task, tasks, Uri, window, workspace } from "vscode";
import { Command, TASK_TYPE } from "../../src/editor/base/names.ts";
import type { Api } from "../../src/editor/extension.ts";
import { activeApi, eventually } from "./api.ts";
import { instead } from "./stubs.ts";

const trusted = process.env.MLFLOW_RUNS_TEST_TRUST !== "restricted";

describe("verify as a task", () => {
  let api: Api;
  let offered: Task[];

  before(async () => {
    api = await activeApi();
    offered = trusted ? await tasks.fetchTasks({ type: TASK_TYPE }) : [];
  });

  function named(name: string): Task {
    const task = offered.find((one) => one.name === name);
    assert.ok(task, offered.map((one) => one.name).join());
    return task;
  }

  it("is offered for the data, for a version of MLflow and for the migration, in a trusted window", () => {
    if (!trusted) return;
    assert.deepEqual(offered.map(({ name }) => name).sort(), [
      "verify data",
      "verify for MLflow 3.18",
      "verify for migration",
    ]);
    const { process: program, args } = named("verify for migration").execution as ProcessExecution;
    assert.equal(program, process.execPath);
    assert.deepEqual(args.slice(1, 6), ["verify", "--target", "migration", "--level", "full"]);
  });

  describe("of a damaged store", () => {
    let meta: string;

    before(async () => {
      const store = api.stores.all.find(({ kind }) => kind === "file");
      meta = join(store?.key ?? "", "31415", "meta.yaml");
      // By itself nothing is verified meanwhile, so that what is listed is the task's.
      await workspace.getConfiguration("mlflowRuns").update("verify.auto", "off", true);
      await workspace.fs.createDirectory(Uri.file(dirname(meta)));
      writeFileSync(meta, "name: [\n");
    });
    after(async () => {
      rmSync(dirname(meta), { recursive: true, force: true });
      await workspace.getConfiguration("mlflowRuns").update("verify.auto", undefined, true);
      await commands.executeCommand(Command.refresh);
    });

    it("runs by the editor's own Node, which needs no shell", async () => {
      if (!trusted) return;
      const { process: program, args, options } = named("verify data").execution as ProcessExecution;
      const env = { ...process.env, ...options?.env };
      const ran = spawnSync(program, args, { cwd: options?.cwd ?? "", env, encoding: "utf8" });
      assert.deepEqual([ran.status, ran.stderr], [1, ""]);
      assert.match(ran.stdout, /^\S*31415\/meta\.yaml(:\d+)*: error MLR121 /m);
    });

    it("lists its findings as Problems", async () => {
      // The parts of the oldest VS Code are installed without what terminals need.
      if (!trusted || process.env.MLFLOW_RUNS_TEST_VSCODE?.startsWith("1.103.") === true) return;
      const ended = new Promise<number | undefined>((resolve) => {
        const listener = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
          if (execution.task.name !== "verify data") return;
          listener.dispose();
          resolve(exitCode);
        });
      });
      await tasks.executeTask(named("verify data"));
      assert.equal(await ended, 1);
      const found = await eventually("a problem of the task", () =>
        languages.getDiagnostics(Uri.file(meta)).find(({ code }) => code === "MLR121"),
      );
      assert.equal(found.source, "MLflow Runs");
    });
  });
});

describe("Verify Data", () => {
  let api: Api;
  before(async () => {
    api = await activeApi();
  });

  const verify = (given?: unknown) => commands.executeCommand<string | undefined>(Command.verify, given);
  const picking = (label: RegExp) => async (items: readonly { label: string }[]) =>
    items.find((item) => label.test(item.label));
  const verifyFor = (
    label: RegExp,
    seen: (items: readonly { label: string; description?: string }[]) => void = () => {},
  ) =>
    instead(
      window,
      "showQuickPick",
      (async (items: readonly { label: string }[]) => {
        seen(items);
        return picking(label)(items);
      }) as unknown as typeof window.showQuickPick,
      () => commands.executeCommand<string | undefined>(Command.verifyFor),
    );

  it("takes target and level as arguments", async () => {
    assert.match((await verify()) ?? "", /^# The data is whole/);
    assert.match(
      (await verify({ target: "mlflow-3.18" })) ?? "",
      /^# (MLflow 3\.18|No run by itself stops MLflow 3\.18)/,
    );
    assert.match((await verify({ target: "migration", level: "quick" })) ?? "", /^# (The migration|No run by itself)/);
  });

  it("says in one sentence which arguments it does not take", async () => {
    const said: string[] = [];
    await instead(
      window,
      "showErrorMessage",
      (async (text: string) => void said.push(text)) as unknown as typeof window.showErrorMessage,
      () => verify({ target: "mlflow" }),
    );
    assert.deepEqual(said, ["MLflow Runs: The target is data, migration, or a version of MLflow such as mlflow-3.18."]);
  });

  it("asks for whom, and offers what was chosen last first", async () => {
    assert.match((await verifyFor(/^MLflow 2\.22$/)) ?? "", /MLflow 2\.22/);
    const seen: (readonly { label: string; description?: string }[])[] = [];
    await verifyFor(/^The data itself$/, (items) => seen.push(items));
    assert.deepEqual([seen[0]?.[0]?.label, seen[0]?.[0]?.description], ["MLflow 2.22", "as last time"]);
    assert.equal(seen[0]?.filter(({ label }) => label === "MLflow 2.22").length, 1);
  });

  it("says that Git was not asked where it is not run", async () => {
    assert.equal(/Git was not asked: it is not run in Restricted Mode\./.test((await verify()) ?? ""), !trusted);
  });

  it("says in one sentence that there is nothing to verify", async () => {
    const said: string[] = [];
    Object.defineProperty(api.stores, "all", { value: [], configurable: true });
    try {
      const report = await instead(
        window,
        "showInformationMessage",
        (async (text: string) => void said.push(text)) as unknown as typeof window.showInformationMessage,
        () => verify(),
      );
      assert.equal(report, undefined);
    } finally {
      Reflect.deleteProperty(api.stores, "all");
    }
    assert.deepEqual(said, ["There are no MLflow runs here to verify. “Add Store…” adds a folder or a database."]);
  });

  it("leaves what it found for the data itself to stand", async () => {
    await verify();
    assert.equal(api.findings.current.target.kind, "data");
  });
});
