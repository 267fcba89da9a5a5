import { deepEqual, equal, ok } from "node:assert/strict";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ArtifactOwner } from "../../../../src/core/model/views.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import { openEngine } from "../../../../src/engine/local.ts";
import { type BuiltStore, buildStore } from "../../../support/store.ts";
import { temporaryFolder } from "../disk/tree.ts";

describe("the engine's answers about artifacts", () => {
  const folder = temporaryFolder();
  let engine: Engine;
  let owner: ArtifactOwner;
  let artifacts = "";

  beforeEach(async () => {
    const store = join(folder.path, "mlruns");
    const files = { "notes.txt": "x", "plots/a.csv": "a,b\n1,2\n" };
    const built: BuiltStore = buildStore(store, { experiments: [{ name: "one", runs: [{ artifacts: files }] }] });
    const [experiment] = built.experiments;
    const [run] = experiment?.runs ?? [];
    ok(experiment && run);
    artifacts = join(run.folder, "artifacts");
    writeFileSync(join(folder.path, "secret"), "s");
    symlinkSync(join(folder.path, "secret"), join(artifacts, "out.txt"));
    engine = openEngine();
    const ref = { key: store, kind: "file", base: folder.path, label: "mlruns" } as const;
    await engine.open({ stores: [ref], cacheFolder: null, watch: false });
    owner = { kind: "run", ref: { store, experiment: experiment.id, run: run.id } };
  });
  afterEach(() => engine.close());

  it("list links beside the reason why they are not followed", async () => {
    const { entries, problems, reason } = await engine.artifacts(owner, "");
    deepEqual([entries.map(({ name }) => name), reason], [["plots", "notes.txt", "out.txt"], null]);
    deepEqual(
      problems.map(({ file, code, severity }) => [file, code, severity]),
      [["out.txt", "link-escape", "error"]],
    );
  });

  it("say where files and folders lie, and nothing of links or of what leads out", async () => {
    const file = join(artifacts, "plots", "a.csv");
    deepEqual(await engine.artifact(owner, "plots/a.csv"), { file, name: "a.csv", isFolder: false });
    deepEqual(await engine.artifact(owner, "plots"), { file: join(artifacts, "plots"), name: "plots", isFolder: true });
    deepEqual(await engine.artifact(owner, ""), { file: artifacts, name: "artifacts", isFolder: true });
    for (const path of ["out.txt", "../meta.yaml", "nowhere"]) equal(await engine.artifact(owner, path), null, path);
  });

  it("preview files, and say of the rest why not", async () => {
    const shown = await engine.preview(owner, "plots/a.csv");
    deepEqual(shown, { kind: "table", columns: ["a", "b"], rows: [["1", "2"]], total: 1 });
    for (const path of ["out.txt", "plots", "nowhere"]) equal((await engine.preview(owner, path)).kind, "none", path);
    const gone = { kind: "model", store: join(folder.path, "mlruns"), modelId: "m-1" } as const;
    deepEqual(await engine.preview(gone, "x"), { kind: "none", reason: "It is no longer in this store." });
    equal(await engine.artifact(gone, ""), null);
  });
});
