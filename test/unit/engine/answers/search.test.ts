import { deepEqual, equal } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../../src/engine/engine.ts";
import { openEngine } from "../../../../src/engine/local.ts";
import { buildStore } from "../../../support/store.ts";

describe("searches, keys and counts of an open store", () => {
  let folder = "";
  let store = "";
  let engine: Engine;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-search-"));
    store = join(folder, "mlruns");
    buildStore(store, {
      experiments: [
        {
          name: "one",
          runs: ["0.1", "0.2", "0.2"].map((lr, i) => ({ name: `lr=${lr}`, params: { lr }, metrics: { loss: [3, i] } })),
        },
        { name: "two", runs: [{ name: "other", tags: { owner: "ann" } }] },
      ],
    });
    engine = openEngine();
    await engine.open({
      stores: [{ key: store, kind: "file", base: folder, label: "." }],
      cacheFolder: null,
      watch: false,
    });
    await engine.settled();
  });

  after(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const selection = (filter: string) =>
    ({ store, experiments: null, filter, lifecycle: "active", order: { by: "start", descending: true } }) as const;

  it("counts what a filter holds for, expression or words", async () => {
    const counts = [
      "",
      "metrics.loss > 0",
      "lr=0.2",
      '"lr=0.2"',
      "ann OR",
      "params.lr = '0.2' OR tags.owner IS NOT NULL",
    ];
    deepEqual(await Promise.all(counts.map((filter) => engine.countRuns(selection(filter)))), [4, 2, 0, 2, 0, 3]);
    equal(await engine.countRuns({ ...selection(""), store: "/nowhere" }), 0);
  });

  it("names keys of the whole store or of some experiments", async () => {
    const { params, tags, metrics } = await engine.keys(store, null);
    deepEqual(params, [
      {
        key: "lr",
        runs: 3,
        values: [
          { value: "0.2", runs: 2 },
          { value: "0.1", runs: 1 },
        ],
      },
    ]);
    equal(metrics[0]?.key, "loss");
    equal(
      tags.some(({ key }) => key === "owner"),
      true,
    );
    const [two] = (await engine.experiments(store)).filter(({ name }) => name === "two");
    deepEqual((await engine.keys(store, [two?.folder ?? ""])).params, []);
    deepEqual((await engine.keys("/nowhere", null)).params, []);
  });

  it("goes to runs by words, whatever signs are in them", async () => {
    const found = await engine.find("lr=0.2", 10);
    deepEqual(
      found.map(({ run }) => run.name),
      ["lr=0.2", "lr=0.2"],
    );
  });

  it("searches as MLflow does, page by page, and hands refusals on as data", async () => {
    const experiments = (await engine.experiments(store)).map(({ folder: name }) => name);
    const ask = (filter: string, pageToken: string | null = null) =>
      engine.search(store, "runs", {
        ...{ filter, pageToken, experiments, lifecycle: "active", maxResults: 2, orderBy: ["metrics.loss DESC"] },
      });
    const first = await ask("metrics.loss >= 0");
    equal(first.ok && first.value.items.length, 2);
    const next = await ask("metrics.loss >= 0", first.ok ? first.value.nextPageToken : null);
    deepEqual(next.ok && [next.value.items.length, next.value.nextPageToken], [1, null]);
    const refused = await ask("metrics.loss >= 0 OR metrics.loss < 0");
    equal(refused.ok ? "" : refused.problem.kind, "invalid-clause");
    const nowhere = await engine.search("/nowhere", "experiments", { ...NO_REQUEST, lifecycle: "all" });
    deepEqual(nowhere, { ok: true, value: { items: [], nextPageToken: null } });
  });
});

const NO_REQUEST = { filter: "", orderBy: [], maxResults: null, pageToken: null };
