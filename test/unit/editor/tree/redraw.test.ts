import assert from "node:assert/strict";
import type { EngineChange } from "../../../../src/core/model/views.ts";
import { Children } from "../../../../src/editor/tree/children.ts";
import { DEFAULT_CHOICES } from "../../../../src/editor/tree/choices.ts";
import { NodeCache } from "../../../../src/editor/tree/nodeCache.ts";
import type { Node } from "../../../../src/editor/tree/nodes.ts";
import { rowsToRedraw } from "../../../../src/editor/tree/redraw.ts";
import { fakeEngine, manyRuns } from "../fakeEngine.ts";
import { storeRow } from "../rows.ts";

const CHANGE: EngineChange = {
  store: "/work/mlruns",
  storeChanged: true,
  experiments: [],
  runs: [],
  registryChanged: false,
};

async function listedTree(count: number, stores = 1) {
  const rows = [storeRow({ runs: count }), storeRow({ key: "/work/other", label: "other" })].slice(0, stores);
  const { engine } = fakeEngine({ runs: manyRuns(count) }, { stores: async () => rows });
  const cache = new NodeCache();
  const children = new Children(engine, { current: () => DEFAULT_CHOICES }, { limitOf: () => 200 });
  const listed = new Map<string, string[]>();
  const list = async (node?: Node) => {
    const nodes = (await children.of(node)).map((fresh) => cache.keep(fresh));
    listed.set(
      node?.id ?? "",
      nodes.map(({ id }) => id),
    );
    return nodes;
  };
  const redraw = (change: EngineChange) =>
    rowsToRedraw([change], engine, children, cache, (parent) => listed.get(parent?.id ?? ""));
  return { list, listed, redraw };
}

describe("rowsToRedraw", () => {
  it("redraws nothing where nothing was ever listed", async () => {
    const { redraw } = await listedTree(2);
    assert.deepEqual(await redraw(CHANGE), []);
  });

  it("redraws the whole tree where its first rows are others", async () => {
    const { list, listed, redraw } = await listedTree(2);
    await list();
    listed.set("", ["another experiment"]);
    assert.deepEqual(await redraw(CHANGE), [undefined]);
  });

  it("leaves a store alone whose experiments were never listed and that looks the same", async () => {
    const { list, redraw } = await listedTree(2, 2);
    const [store] = await list();
    assert.equal(store?.kind, "store");
    assert.deepEqual(await redraw(CHANGE), []);
    await list(store);
    assert.deepEqual(await redraw(CHANGE), []);
  });

  it("redraws nothing where nothing shown changed", async () => {
    const { list, redraw } = await listedTree(2);
    await list();
    assert.deepEqual(await redraw(CHANGE), []);
  });

  it("leaves a row alone that was never expanded and looks the same", async () => {
    const { list, redraw } = await listedTree(2);
    await list();
    assert.deepEqual(await redraw({ ...CHANGE, experiments: ["1"] }), []);
  });

  it("redraws the one experiment that changed, as the same row", async () => {
    const { list, redraw } = await listedTree(2);
    const [experiment] = await list();
    await list(experiment);
    const rows = await redraw({ ...CHANGE, experiments: ["1"] });
    assert.equal(rows.length, 1);
    assert.equal(rows[0], experiment);
  });

  it("redraws the one run that was read again", async () => {
    const { list, redraw } = await listedTree(2);
    const [experiment] = await list();
    const [, second] = await list(experiment);
    assert.equal(second?.kind, "run");
    assert.deepEqual(await redraw({ ...CHANGE, runs: [second.row.ref] }), [second]);
  });
});
