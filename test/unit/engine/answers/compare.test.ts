import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunRef } from "../../../../src/core/model/run.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import { openEngine } from "../../../../src/engine/local.ts";
import { buildStore } from "../../../support/store.ts";

const OLD = "a".repeat(32);
const NEW = "b".repeat(32);
const NEXT = "c".repeat(32);
const MODEL = `m-${"1".repeat(32)}`;
const OTHER = `m-${"2".repeat(32)}`;

const mlmodel = (type: string): string => `flavors:
  sklearn:
    sklearn_version: 1.7.2
mlflow_version: 3.4.0
signature:
  inputs: '[{"name": "age", "type": "${type}", "required": true}]'
  outputs: '[{"type": "long", "required": true}]'
`;

describe("runs compared by the engine", () => {
  let folder = "";
  let engine: Engine;
  const ref = (run: string, experiment = "1"): RunRef => ({ store: folder, experiment, run });

  before(async () => {
    folder = join(mkdtempSync(join(tmpdir(), "mlflow-runs-compare-")), "mlruns");
    const history = [{ artifact_path: "model", run_id: OLD }];
    buildStore(folder, {
      experiments: [
        {
          id: "1",
          name: "churn",
          runs: [
            {
              id: OLD,
              metrics: { rmse: [0.5, 0.4] },
              tags: { "mlflow.log-model.history": JSON.stringify(history), "mlflow.note.content": "the first" },
              artifacts: {
                "model/MLmodel": mlmodel("long"),
                "model/requirements.txt": "numpy==1.26.4\n",
                "eval.csv": "id,v\n1,2\n2,3\n",
              },
            },
            {
              id: NEW,
              metrics: { rmse: [0.4, 0.3] },
              modelOutputs: [{ id: MODEL }],
              artifacts: { "eval.csv": "id,v\n1,2\n2,4\n", "notes.txt": "x" },
            },
          ],
          models: [
            {
              id: MODEL,
              name: "forest",
              type: "sklearn",
              sourceRun: NEW,
              artifacts: {
                MLmodel: mlmodel("double"),
                "requirements.txt": "numpy==2.2.6\n",
                "python_env.yaml": "python: 3.13.7\n",
              },
            },
          ],
        },
        {
          id: "2",
          name: "sales",
          runs: [{ id: NEXT, metrics: { mape: 3 }, modelOutputs: [{ id: OTHER }] }],
        },
      ],
    });
    engine = openEngine();
    await engine.open({
      stores: [{ key: folder, kind: "file", base: join(folder, ".."), label: "mlruns" }],
      ...{ cacheFolder: null, watch: false },
    });
    await engine.settled();
  });
  after(async () => {
    await engine.close();
    rmSync(join(folder, ".."), { recursive: true, force: true });
  });

  it("have a baseline, notes, and the metric that their experiments agree on", async () => {
    const { baseline, primary, notes } = await engine.compare([ref(OLD), ref(NEW)]);
    deepEqual(
      { baseline, primary, notes },
      { baseline: 0, primary: { key: "rmse", goal: "min" }, notes: ["the first", null] },
    );
    equal((await engine.compare([ref(OLD), ref(NEXT, "2")])).primary, null);
    deepEqual((await engine.compare([ref("gone")])).baseline, null);
  });

  it("have the models of MLflow 2 and 3 side by side, read from their files", async () => {
    const [row, ...others] = await engine.compareModels([ref(OLD), ref(NEW)]);
    equal(others.length, 0);
    equal(row?.name, "model, forest");
    const values = (list: "facts" | "inputs" | "packages") =>
      Object.fromEntries(row?.[list].rows.map(({ key, values: all }) => [key, all]) ?? []);
    deepEqual(values("inputs"), { age: ["long", "double"] });
    deepEqual(values("packages"), { numpy: ["1.26.4", "2.2.6"], python: [null, "3.13.7"] });
    deepEqual(values("facts"), {
      ...{ name: ["model", "forest"], mlflow_version: ["3.4.0", "3.4.0"], sklearn_version: ["1.7.2", "1.7.2"] },
      ...{ flavors: ["sklearn", "sklearn"], id: [null, MODEL], type: [null, "sklearn"], status: [null, "ready"] },
    });
    deepEqual(row?.reasons, [null, null]);
  });

  it("are one line with a band, smoothed first where that is asked for", async () => {
    const groups = [{ name: "both", refs: [ref(OLD), ref(NEW), ref("gone")] }];
    const view = { axis: "step", range: null, smoothing: 0 } as const;
    const [band] = await engine.bands({ groups, key: "rmse", view, band: "range", maxPoints: 100 });
    deepEqual(
      band && [
        band.name,
        [...band.x],
        [...band.mean],
        [...band.low],
        [...band.high],
        [...band.counts],
        band.runs,
        band.left,
      ],
      ["both", [0, 1], [0.45, 0.35], [0.4, 0.3], [0.5, 0.4], [2, 2], 2, 0],
    );
    const [smoothed] = await engine.bands({
      groups,
      key: "rmse",
      view: { ...view, smoothing: 0.5 },
      band: "range",
      maxPoints: 100,
    });
    ok(Math.abs((smoothed?.mean[1] ?? 0) - ((0.25 + 0.4) / 1.5 + (0.2 + 0.3) / 1.5) / 2) < 1e-12);
  });

  it("have the best finished run of their experiment behind them", async () => {
    deepEqual(await engine.ghost(ref(OLD), "rmse"), ref(NEW));
    equal(await engine.ghost(ref(OLD), "mae"), null);
    equal(await engine.ghost({ ...ref(OLD), store: "/nowhere" }, "rmse"), null);
  });

  it("have tables cell by cell, and a reason where there are none", async () => {
    const file = (run: string, path: string) => ({ owner: { kind: "run", ref: ref(run) } as const, path });
    const { diff, reason } = await engine.compareTables(file(OLD, "eval.csv"), file(NEW, "eval.csv"), null);
    equal(reason, null);
    deepEqual(diff && [diff.key, diff.changed, diff.same], ["id", 1, 1]);
    const other = await engine.compareTables(file(OLD, "eval.csv"), file(NEW, "notes.txt"), null);
    deepEqual(other, {
      diff: null,
      reason: "notes.txt is no table: neither CSV nor JSON of records or of columns and data.",
    });
    const gone = await engine.compareTables(file(OLD, "eval.csv"), file(NEW, "../meta.yaml"), null);
    equal(gone.reason, "../meta.yaml is not there, cannot be read, or is larger than 8 MiB.");
  });

  it("have no model where it is named and not there, nor where the run is gone", async () => {
    deepEqual(await engine.compareModels([ref(NEXT, "2"), ref("gone")]), []);
  });
});
