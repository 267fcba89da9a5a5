import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { EXPORT_LIMITS } from "../../../../src/core/compare/export/exportData.ts";
import { fromEmbedded, toEmbedded } from "../../../../src/core/model/embeddedJson.ts";
import type { RunRef } from "../../../../src/core/model/run.ts";
import type { Series } from "../../../../src/core/model/views.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import { gatherComparison, gatherStores } from "../../../../src/engine/export/gather.ts";
import { gatherCurves } from "../../../../src/engine/export/gatherCurves.ts";
import { gatherFiles } from "../../../../src/engine/export/gatherFiles.ts";
import { openEngine } from "../../../../src/engine/local.ts";
import type { RunSpec } from "../../../support/spec.ts";
import { buildStore } from "../../../support/store.ts";
import { temporaryFolder } from "../disk/tree.ts";

const ABOUT = { title: "A", version: "1.0.0", strings: {} };

describe("a comparison as one file holds it", () => {
  const folder = temporaryFolder();
  let engine: Engine;

  async function open(runs: readonly RunSpec[]): Promise<RunRef[]> {
    const store = join(folder.path, "mlruns");
    const [experiment] = buildStore(store, { experiments: [{ name: "one", runs }] }).experiments;
    ok(experiment);
    engine = openEngine();
    const ref = { key: store, kind: "file", base: folder.path, label: "mlruns" } as const;
    await engine.open({ stores: [ref], cacheFolder: null, watch: false });
    await engine.settled();
    return experiment.runs.map(({ id }) => ({ store, experiment: experiment.id, run: id }));
  }
  afterEach(() => engine?.close());

  it("has values, curves and files", async () => {
    const refs = await open([
      { params: { lr: 0.1 }, metrics: { loss: [3, 2, 1] }, artifacts: { "a.txt": "x" } },
      { params: { lr: 0.2 }, metrics: { loss: [3, 2] }, artifacts: { "a.txt": "y" } },
    ]);
    const [first, second] = refs;
    ok(first && second);
    const data = await gatherComparison(engine, { refs, baseline: second }, ABOUT);
    equal(data.comparison?.baseline, 1);
    deepEqual(
      data.series.map(({ key, values }) => [key, [...values]]),
      [
        ["loss", [3, 2, 1]],
        ["loss", [3, 2]],
      ],
    );
    deepEqual(data.files?.contents, [["a.txt", [0, 1]]]);
    deepEqual(
      data.files?.previews.map(({ preview }) => preview.kind === "text" && preview.text),
      ["x", "y"],
    );
    deepEqual(data.leftOut, []);
    deepEqual(fromEmbedded(toEmbedded(data)), data);
  });

  it("holds a store's runs as columns", async () => {
    await open([
      { params: { lr: 0.1 }, metrics: { loss: [2, 1] }, artifacts: { "a.txt": "x" } },
      { params: { lr: 0.2 } },
    ]);
    const store = join(folder.path, "mlruns");
    const data = await gatherStores(engine, [store], ABOUT);
    const [held] = data?.stores ?? [];
    deepEqual([held?.experiments.map(({ name }) => name), data?.leftOut], [["one"], []]);
    ok((held?.table.length ?? 0) > 100);
    equal(await gatherStores(engine, [store, "/nowhere"], ABOUT), null);
    deepEqual([data?.held.length, data?.series.map(({ values }) => [...values])], [2, [[2, 1]]]);
    deepEqual(
      data?.files?.previews.map(({ path }) => path),
      ["a.txt"],
    );
  });

  it("holds curves and files of a store's newest runs, and says of how many it does not", async () => {
    const runs = Array.from({ length: EXPORT_LIMITS.held + 3 }, (_, i) => ({
      name: `r${i}`,
      metrics: { loss: [2, i] },
    }));
    const refs = await open(runs);
    const data = await gatherStores(engine, [join(folder.path, "mlruns")], ABOUT);
    deepEqual(data?.leftOut, [{ what: "details", count: 3, of: refs.length }]);
    deepEqual(
      data?.held.map(({ run }) => run),
      refs
        .slice(3)
        .reverse()
        .map(({ run }) => run),
    );
    equal(data?.series.length, EXPORT_LIMITS.held);
  });

  it("says how many curves there was no room for, the primary metric's being the first in", async () => {
    const refs = await open([{ metrics: { a: [1, 2], b: [1, 2], rmse: [1, 2] } }]);
    const comparison = await engine.compare(refs);
    const large = (key: string): Series => {
      const numbers = new Float64Array(EXPORT_LIMITS.points - 10);
      const series = { x: numbers, steps: numbers, values: numbers, timestamps: numbers, smoothed: null };
      return { ref: { store: "", experiment: "", run: "" }, key, ...series, points: 9, unplaced: 0 };
    };
    const asked: string[] = [];
    const found = await gatherCurves(
      { series: async (_, key) => [large(key)].filter(() => asked.push(key)) },
      comparison,
    );
    deepEqual([found.series.map(({ key }) => key), found.leftOut], [["rmse"], [{ what: "curves", count: 2, of: 3 }]]);
    deepEqual(asked, ["rmse", "a"], "nothing is read in vain once the room is used up");
  });

  it("says how many files' contents there was no room for, small ones being the first in", async () => {
    const size = EXPORT_LIMITS.content;
    const paths = ["large", "huge", ...Array.from({ length: 6 }, (_, i) => `m${i}`)];
    const sizes = [size, size + 1, size, size, size, size, size, size];
    const rows = paths.map((path, i) => ({ path, files: [{ run: 0, size: sizes[i] ?? 0, path }] }));
    const small = { path: "small", files: [{ run: 0, size: 1, path: "small" }] };
    const previewed: string[] = [];
    const found = await gatherFiles(
      {
        compareFiles: async () => ({ rows: [...rows, small], reasons: [null], cut: false }),
        fileContents: async () => [],
        preview: async (_, path) => {
          previewed.push(path);
          return { kind: "none", reason: "x" };
        },
      },
      [{ store: "/s", experiment: "0", run: "r" }],
    );
    equal(previewed[0], "small");
    equal(previewed.includes("huge"), false);
    deepEqual(found.leftOut, [{ what: "contents", count: 9 - previewed.length, of: 9 }]);
    equal(previewed.length, 6);
  });
});
