import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { connectEngine, type RemoteEngine, type WorkerFate } from "../../../../src/engine/worker/client.ts";
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
