import { deepEqual, equal } from "node:assert/strict";
import { join } from "node:path";
import { openEngine } from "../../../src/engine/local.ts";
import { slowCalls } from "../../support/faultyCalls.ts";
import { buildStore } from "../../support/store.ts";
import { temporaryFolder } from "./disk/tree.ts";

describe("opening stores while others are being opened", () => {
  const folder = temporaryFolder();

  const refOf = (name: string) =>
    ({ key: join(folder.path, name), kind: "file", base: folder.path, label: name }) as const;
  const setupOf = (...names: string[]) => ({ stores: names.map(refOf), cacheFolder: null, watch: false });

  it("leaves open what was asked for last, and waits until its experiments are known", async () => {
    for (const name of ["a", "b", "c"]) buildStore(refOf(name).key, { experiments: [{ name, runs: [{}] }] });
    const engine = openEngine({ shardScript: null, calls: slowCalls(3) });
    await engine.open(setupOf("a"));
    const earlier = engine.open(setupOf("a", "b"));
    await engine.open(setupOf("c", "b"));
    const labels = async () => (await engine.stores()).map(({ label }) => label);
    deepEqual(await labels(), ["c", "b"]);
    for (const name of ["c", "b"]) equal((await engine.experiments(refOf(name).key))[0]?.name, name);
    await earlier;
    deepEqual(await labels(), ["c", "b"]);
    await engine.close();
  });
});
