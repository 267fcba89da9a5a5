import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunRef } from "../../../../src/core/model/run.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import { openEngine } from "../../../../src/engine/local.ts";
import type { RunSpec } from "../../../support/spec.ts";
import { buildStore } from "../../../support/store.ts";
import { temporaryFolder } from "../disk/tree.ts";

describe("the files of runs side by side", () => {
  const folder = temporaryFolder();
  let engine: Engine;

  async function open(runs: readonly RunSpec[], models: Parameters<typeof buildStore>[1] = {}): Promise<RunRef[]> {
    const store = join(folder.path, "mlruns");
    const built = buildStore(store, {
      experiments: [{ name: "one", runs, models: models?.experiments?.[0]?.models ?? [] }],
    });
    const [experiment] = built.experiments;
    ok(experiment);
    engine = openEngine();
    const ref = { key: store, kind: "file", base: folder.path, label: "mlruns" } as const;
    await engine.open({ stores: [ref], cacheFolder: null, watch: false });
    await engine.settled();
    return experiment.runs.map(({ id }) => ({ store, experiment: experiment.id, run: id }));
  }
  afterEach(() => engine.close());

  it("say which run has which, and which hold the same bytes", async () => {
    const refs = await open([
      { artifacts: { "plots/a.txt": "one", "b.txt": "x" } },
      { artifacts: { "plots/a.txt": "two" } },
      { artifacts: { "plots/a.txt": "one" } },
    ]);
    const { rows, reasons, cut } = await engine.compareFiles(refs);
    deepEqual(
      rows.map(({ path, files }) => [path, files.map(({ run }) => run)]),
      [
        ["b.txt", [0]],
        ["plots/a.txt", [0, 1, 2]],
      ],
    );
    deepEqual([reasons, cut], [[null, null, null], false]);
    const owned = refs.map((ref) => ({ owner: { kind: "run", ref } as const, path: "plots/a.txt" }));
    deepEqual(await engine.fileContents(owned), [0, 1, 0]);
  });

  it("hold those of the models that a run made, below the model's name", async () => {
    const id = "a".repeat(32);
    const model = { id: "m-1", name: "classifier", sourceRun: id, artifacts: { MLmodel: "flavors: {}\n" } };
    const refs = await open([{ id, modelOutputs: [{ id: "m-1" }] }], { experiments: [{ models: [model] }] });
    const { rows } = await engine.compareFiles(refs);
    deepEqual(rows, [{ path: "classifier/MLmodel", files: [{ run: 0, path: "MLmodel", size: 12, model: "m-1" }] }]);
  });

  it("say why a run has none, and follow no link", async () => {
    const refs = await open([{ artifacts: { "a.txt": "one" } }, {}]);
    const [first, second] = refs;
    ok(first && second);
    const root = (ref: RunRef) => join(ref.store, ref.experiment, ref.run);
    writeFileSync(join(folder.path, "secret"), "s");
    symlinkSync(join(folder.path, "secret"), join(root(first), "artifacts", "out.txt"));
    rmSync(join(root(second), "artifacts"), { recursive: true, force: true });
    const { rows, reasons } = await engine.compareFiles(refs);
    deepEqual(
      rows.map(({ path }) => path),
      ["a.txt"],
    );
    equal(reasons[0], null);
    match(reasons[1] ?? "", /\.$/);
    const link = { owner: { kind: "run", ref: first } as const, path: "out.txt" };
    deepEqual(await engine.fileContents([link, { ...link, path: "../meta.yaml" }]), [null, null]);
  });

  it("are cut where there are too many, and that is said", async () => {
    const refs = await open([{ artifacts: { "a.txt": "one" } }]);
    const [ref] = refs;
    ok(ref);
    const many = join(ref.store, ref.experiment, ref.run, "artifacts", "many");
    mkdirSync(many);
    for (let i = 0; i < 120; i++) writeFileSync(join(many, `f${i}`), "");
    const { rows, cut } = await engine.compareFiles(Array.from({ length: 500 }, () => ref));
    equal(cut, true);
    equal(rows.length, 100);
  });
});
