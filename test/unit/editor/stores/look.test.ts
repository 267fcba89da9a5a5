import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lookForStores } from "../../../../src/editor/stores/look.ts";

describe("lookForStores", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "mlflow-runs-look-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function makeStore(...segments: string[]): string {
    const store = join(root, ...segments);
    mkdirSync(join(store, "0"), { recursive: true });
    writeFileSync(
      join(store, "0", "meta.yaml"),
      "artifact_location: x\nexperiment_id: '0'\nlifecycle_stage: active\nname: Default\n",
    );
    return store;
  }

  const look = (names: string[], configured: string[] = []) =>
    lookForStores(
      names.map((name) => ({ name, path: join(root, name) })),
      { depth: 3, configured, signal: new AbortController().signal },
    );

  it("names a store by its place in the folder", async () => {
    const key = makeStore("a", "work", "mlruns");
    assert.deepEqual(await look(["a"]), [{ key, kind: "file", base: join(root, "a"), label: "work/mlruns" }]);
  });

  it("puts the folder's name before where there are several", async () => {
    makeStore("a", "mlruns");
    makeStore("b", "mlruns");
    assert.deepEqual(
      (await look(["a", "b"])).map(({ label }) => label),
      ["a/mlruns", "b/mlruns"],
    );
  });

  it("calls a store that is the folder itself by the folder's name", async () => {
    makeStore("a");
    assert.deepEqual(
      (await look(["a"])).map(({ label }) => label),
      ["a"],
    );
  });

  it("finds a configured store anywhere, and each store once", async () => {
    makeStore("a", "mlruns");
    const far = makeStore("far", "away");
    const found = await look(["a"], ["mlruns", far]);
    assert.deepEqual(
      found.map(({ label }) => label),
      ["mlruns", far],
    );
  });

  it("passes over a configured place that is not there", async () => {
    makeStore("a", "mlruns");
    assert.equal((await look(["a"], ["nowhere", "http://host"])).length, 1);
  });
});
