import assert from "node:assert/strict";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineChange, RunRow } from "../../../../src/core/model/views.ts";
import type { DriverCalls } from "../../../../src/engine/disk/driver.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import { openEngine } from "../../../../src/engine/local.ts";
import { countedCalls } from "../../../support/faultyCalls.ts";
import { type BuiltStore, buildStore, writeExperiment } from "../../../support/store.ts";

const HOUR = 3_600_000;

describe("a file store kept open", () => {
  let folder = "";
  let store = "";
  let built: BuiltStore;
  const engines: Engine[] = [];
  let changes: EngineChange[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-session-"));
    store = join(folder, "mlruns");
    changes = [];
    built = buildStore(store, {
      experiments: [
        {
          name: "one",
          runs: Array.from({ length: 4 }, (_, i) => ({
            name: `run-${i}`,
            params: { lr: String(i) },
            metrics: { loss: [3, 2 + i] },
          })),
        },
        { name: "two", runs: [{ name: "other" }] },
      ],
    });
    age(store);
  });

  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Files as an old checkout has them: long before they are read. */
  function age(at: string): void {
    const then = new Date(Date.now() - HOUR);
    for (const entry of readdirSync(at, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), then, then);
    }
  }

  async function open(watch = false, calls?: DriverCalls): Promise<Engine> {
    const engine = openEngine(calls ? { shardScript: null, calls } : undefined);
    engines.push(engine);
    engine.onDidChange((change) => changes.push(change));
    const ref = { key: store, kind: "file", base: folder, label: "mlruns" } as const;
    await engine.open({ stores: [ref], cacheFolder: join(folder, "cache"), watch });
    return engine;
  }

  async function rows(engine: Engine, experiment = 0): Promise<readonly RunRow[]> {
    const experiments = [idOf(experiment)];
    const order = { by: "name", descending: false } as const;
    const page = await engine.runs({
      store,
      experiments,
      filter: "",
      lifecycle: "all",
      order,
      grouping: "none",
      offset: 0,
      limit: 50,
    });
    return page.rows;
  }

  const idOf = (experiment: number): string => built.experiments[experiment]?.id ?? "";
  const runFolder = (run: number): string => built.experiments[0]?.runs[run]?.folder ?? "";
  const lossOf = async (engine: Engine, run: number): Promise<number | undefined> =>
    (await rows(engine))[run]?.primary?.value;

  async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
    const end = Date.now() + 8000;
    while (!(await condition())) {
      assert.ok(Date.now() < end, `${what} did not happen`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  it("knows its experiments at once and its runs when settled", async () => {
    const engine = await open();
    assert.deepEqual(
      (await engine.experiments(store)).map((row) => [row.name, row.runs]),
      [
        ["one", 4],
        ["two", 1],
      ],
    );
    await engine.settled();
    assert.deepEqual(
      (await rows(engine)).map((row) => [row.label, row.primary?.value]),
      [
        ["run-0", 2],
        ["run-1", 3],
        ["run-2", 4],
        ["run-3", 5],
      ],
    );
    assert.deepEqual((await engine.experiments(store))[0]?.best?.value, 2);
    assert.deepEqual(await engine.problems(store), []);
  });

  it("is shown from its snapshot at once, and what changed meanwhile is corrected", async () => {
    await (await open()).settled();
    await engines.pop()?.close();
    appendFileSync(join(runFolder(0), "metrics", "loss"), "1709193700000 0.5 2\n");
    const same = join(runFolder(1), "metrics", "loss");
    writeFileSync(same, readFileSync(same, "utf8").replace("3.0 1", "9.0 1"));
    rmSync(runFolder(2), { recursive: true });
    writeExperiment(store, "file:///x", { id: idOf(0), name: "one", runs: [{ id: "f".repeat(32), name: "run-9" }] });
    changes = [];
    const engine = await open();
    await engine.settled();
    assert.deepEqual(
      (await rows(engine)).map((row) => [row.label, row.primary?.value]),
      [
        ["run-0", 0.5],
        ["run-1", 9],
        ["run-3", 5],
        ["run-9", undefined],
      ],
    );
    const named = changes.flatMap((change) => change.runs.map((ref) => ref.run));
    assert.ok(!named.includes(built.experiments[0]?.runs[3]?.id ?? ""), "a run that did not change is not named");
  });

  it("reads a snapshot that is damaged anew", async () => {
    await (await open()).settled();
    await engines.pop()?.close();
    const [name = ""] = readdirSync(join(folder, "cache"));
    const bytes = readFileSync(join(folder, "cache", name));
    writeFileSync(join(folder, "cache", name), bytes.subarray(0, bytes.length / 2));
    const engine = await open();
    await engine.settled();
    assert.equal((await rows(engine)).length, 4);
  });

  it("writes nothing beside the store", async () => {
    const before = readdirSync(store, { recursive: true }).sort();
    await (await open(true)).settled();
    assert.deepEqual(readdirSync(store, { recursive: true }).sort(), before);
  });

  it("follows an opened run, a new run and a run that goes", async () => {
    const engine = await open(true);
    await engine.show([{ store, experiment: idOf(0) }]);
    await engine.settled();
    const ref = (await rows(engine))[0]?.ref;
    assert.ok(ref);
    await engine.run(ref);
    appendFileSync(join(runFolder(0), "metrics", "loss"), "1709193700000 0.125 2\n");
    await until(async () => (await lossOf(engine, 0)) === 0.125, "the new point");
    writeExperiment(store, "file:///x", { id: idOf(0), name: "one", runs: [{ id: "e".repeat(32), name: "run-8" }] });
    await until(async () => (await rows(engine)).some((row) => row.label === "run-8"), "the new run");
    renameSync(runFolder(3), join(folder, "away"));
    await until(async () => (await rows(engine)).length === 4, "the run that went");
    assert.equal((await engine.experiments(store))[0]?.runs, 4);
  });

  it("shows a run as live once its files are seen to change, however old its start", async () => {
    writeExperiment(store, "file:///x", {
      id: idOf(0),
      name: "one",
      runs: [{ id: "d".repeat(32), name: "run-7", status: "RUNNING", end: null, metrics: { loss: [1] } }],
    });
    age(store);
    const engine = await open(true);
    await engine.show([{ store, experiment: idOf(0) }]);
    await engine.settled();
    const status = async (): Promise<string | undefined> =>
      (await rows(engine)).find((row) => row.label === "run-7")?.status;
    assert.equal(await status(), "unfinished");
    appendFileSync(join(store, idOf(0), "d".repeat(32), "metrics", "loss"), "1709193700000 0.5 1\n");
    await until(async () => (await status()) === "live", "live");
  });

  it("compares everything when HEAD moves", async () => {
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, ".git", "HEAD"), "ref: refs/heads/main\n");
    const engine = await open(true);
    await engine.settled();
    await new Promise((done) => setTimeout(done, 50));
    appendFileSync(join(runFolder(1), "metrics", "loss"), "1709193700000 0.25 2\n");
    writeFileSync(join(folder, ".git", "HEAD"), "ref: refs/heads/other\n");
    await until(async () => (await lossOf(engine, 1)) === 0.25, "the comparison");
  });

  it("lists and reads nothing twice at opening", async () => {
    buildStore(store, {
      experiments: [{ id: idOf(0), name: "one", models: [{ id: `m-${"1".repeat(32)}` }] }],
      registeredModels: [{ name: "churn", versions: [{ version: 1 }] }],
    });
    const calls = countedCalls();
    const engine = await open(false, calls);
    await engine.settled();
    assert.equal((await engine.registry(store)).length, 1);
    assert.equal((await engine.loggedModels(store, idOf(0))).length, 1);
    const isOfRun = (path: string): boolean => /[0-9a-f]{32}/.test(path) && !path.includes("m-");
    const twice = [...calls.seen].filter(([path, times]) => times > 1 && !isOfRun(path));
    assert.deepEqual(twice, []);
    assert.ok(calls.seen.has(join(store, "models", "churn", "meta.yaml")));
  });

  it("takes the empty folders of another branch's runs for nothing", async () => {
    mkdirSync(join(store, idOf(0), "a".repeat(32), "artifacts"), { recursive: true });
    const engine = await open();
    await engine.settled();
    assert.equal((await engine.experiments(store))[0]?.runs, 4);
    assert.deepEqual(await engine.problems(store), []);
  });

  it("names a parent that is nowhere", async () => {
    writeExperiment(store, "file:///x", {
      id: idOf(0),
      name: "one",
      runs: [{ id: "c".repeat(32), parent: "b".repeat(32) }],
    });
    const engine = await open();
    await engine.settled();
    const [problem] = await engine.problems(store);
    assert.equal(problem?.code, "parent-missing");
    assert.equal(problem?.file, `${idOf(0)}/${"c".repeat(32)}/tags/mlflow.parentRunId`);
  });
});
