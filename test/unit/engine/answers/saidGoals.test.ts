import { deepEqual } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { SaidGoal } from "../../../../src/core/model/judging.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import { openEngine } from "../../../../src/engine/local.ts";
import { buildStore } from "../../../support/store.ts";

const A = "a".repeat(32);
const B = "b".repeat(32);

describe("goals that a person said", () => {
  let base = "";
  let store = "";
  let engine: Engine;
  const open = (goals: readonly SaidGoal[]) =>
    engine.open({
      stores: [{ key: store, kind: "file", label: "mlruns", base }],
      cacheFolder: null,
      watch: false,
      goals,
    });
  const best = async () => (await engine.experiments(store))[0]?.best?.ref.run ?? null;

  beforeEach(async () => {
    base = mkdtempSync(join(tmpdir(), "mlflow-runs-goals-"));
    store = join(base, "mlruns");
    const run = (id: string, alpha: number) => ({ id, metrics: { alpha } });
    buildStore(store, { experiments: [{ id: "1", name: "one", runs: [run(A, 1), run(B, 2)] }] });
    engine = openEngine();
    await open([]);
    await engine.settled();
  });
  afterEach(async () => {
    await engine.close();
    rmSync(base, { recursive: true, force: true });
  });

  it("hold in the tree and in comparisons from then on, and no longer once they are forgotten", async () => {
    deepEqual(await best(), null);
    await open([{ store, key: "alpha", goal: "min" }]);
    deepEqual(await best(), A);
    const refs = [A, B].map((run) => ({ store, experiment: "1", run }));
    const { metrics } = await engine.compare(refs);
    deepEqual([metrics[0]?.goal, metrics[0]?.best], ["min", [0]]);
    await open([]);
    deepEqual(await best(), null);
  });

  it("tell whoever shows the store, and only where something changed", async () => {
    const told: string[] = [];
    engine.onDidChange(({ store: of, experiments }) => told.push(`${of === store} ${experiments.join()}`));
    await open([{ store, key: "alpha", goal: "max" }]);
    await open([{ store, key: "alpha", goal: "max" }]);
    deepEqual(told, ["true 1"]);
  });

  it("go before what the repository states, and are of their store alone", async () => {
    writeFileSync(join(dirname(store), ".mlflow-runs.json"), JSON.stringify({ goals: { alpha: "max" } }));
    await open([{ store: "/elsewhere", key: "alpha", goal: "min" }]);
    deepEqual(await best(), B);
    await open([{ store, key: "alpha", goal: "min" }]);
    deepEqual(await best(), A);
  });
});
