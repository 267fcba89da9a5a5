import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Git } from "../../../../src/engine/git/process.ts";
import { connectEngine, type RemoteEngine, type WorkerFate } from "../../../../src/engine/worker/client.ts";
import { GitRepo } from "../../../support/gitRepo.ts";
import { buildStore } from "../../../support/store.ts";

/** The engine's bundle, wherever this test's own bundle lies in the project. */
function engineScript(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const script = join(folder, "dist", "engine.js");
    if (existsSync(script)) return script;
    assert.notEqual(folder, dirname(folder), "dist/engine.js is not built");
  }
}

describe("the engine in a worker", () => {
  let folder = "";
  let engine: RemoteEngine | null = null;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-worker-"));
  });

  afterEach(async () => {
    await engine?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("answers as the engine here does, with its reader threads", async () => {
    const store = join(folder, "mlruns");
    buildStore(store, {
      experiments: [{ name: "many", runs: Array.from({ length: 600 }, (_, i) => ({ params: { lr: String(i % 7) } })) }],
    });
    engine = connectEngine(engineScript());
    await engine.open({
      stores: [{ key: store, kind: "file", base: folder, label: "mlruns" }],
      cacheFolder: null,
      watch: false,
    });
    await engine.settled();
    const [row] = await engine.stores();
    assert.equal(row?.indexed, 600);
    assert.equal((await engine.experiments(store))[0]?.runs, 600);
    assert.deepEqual(await engine.problems(store), []);
  });

  it("has Git run for it by its owner, and does without where it may not", async () => {
    const repo = new GitRepo(folder);
    const git = new Git();
    const store = join(folder, "mlruns");
    const built = buildStore(store, { experiments: [{ name: "e", runs: [{}, {}] }] });
    const before = repo.commit();
    writeFileSync(join(built.experiments[0]?.runs[1]?.folder ?? "", "meta.yaml"), "");
    const commits = { before, after: repo.commit() };
    const setup = {
      stores: [{ key: store, kind: "file", base: folder, label: "mlruns" }],
      cacheFolder: null,
      watch: false,
    } as const;
    const request = { target: { kind: "data" }, level: "full", only: null } as const;
    let allowed: Git | null = git;
    engine = connectEngine(engineScript(), () => allowed);
    await engine.open(setup);
    const found = await engine.verifyBetween(folder, commits, request);
    assert.deepEqual(
      found?.damaged.map(({ run }) => run),
      [built.experiments[0]?.runs[1]?.id],
    );
    writeFileSync(join(built.experiments[0]?.runs[0]?.folder ?? "", "tags", "note"), "x");
    const rules = async () =>
      (await engine?.verify(folder, request))?.findings
        .map(({ rule }) => rule)
        .filter((rule) => rule.startsWith("MLR30"));
    assert.deepEqual(await rules(), ["MLR306"]);
    allowed = null;
    assert.deepEqual(await rules(), ["MLR301"]);
    git.close();
  });

  it("is started again once when it dies, and whoever waits is told", async () => {
    const script = join(folder, "dies.js");
    writeFileSync(
      script,
      `const { parentPort } = require("node:worker_threads");
       parentPort.on("message", (m) => m.method === "refresh" ? process.exit(7) : parentPort.postMessage({ reply: m.call, value: m.method }));`,
    );
    engine = connectEngine(script);
    const fates: WorkerFate[] = [];
    engine.onDidDie((fate) => fates.push(fate));
    assert.equal(await engine.stores(), "stores");
    await assert.rejects(engine.refresh(), /stopped/);
    assert.equal(await engine.stores(), "stores");
    await assert.rejects(engine.refresh(), /stopped/);
    await assert.rejects(engine.stores(), /stopped/);
    assert.deepEqual(
      fates.map((fate) => fate.restarted),
      [true, false],
    );
  });
});
