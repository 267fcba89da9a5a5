import { deepEqual, equal, match, ok } from "node:assert/strict";
import { join } from "node:path";
import type { RunRef } from "../../../../src/core/model/run.ts";
import type { Column, TableRequest } from "../../../../src/core/model/runsTable.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import { openEngine } from "../../../../src/engine/local.ts";
import { buildStore } from "../../../support/store.ts";
import { temporaryFolder } from "../disk/tree.ts";

const LR: Column = { kind: "param", key: "lr" };
const LABEL: Column = { kind: "attribute", key: "label" };
const EXPERIMENT: Column = { kind: "attribute", key: "experiment" };

describe("the engine's table", () => {
  const folder = temporaryFolder();
  let engine: Engine;
  let refs: RunRef[];
  let store: string;

  before(async () => {
    store = join(folder.path, "mlruns");
    const built = buildStore(store, {
      experiments: [
        {
          name: "one",
          runs: [
            { name: "a", params: { lr: "0.1" } },
            { name: "b", params: { lr: "0.02" } },
          ],
        },
        { name: "two", runs: [{ name: "c", params: { lr: "1" } }] },
      ],
    });
    refs = built.experiments.flatMap((experiment) =>
      experiment.runs.map(({ id }) => ({ store, experiment: experiment.id, run: id })),
    );
    engine = openEngine();
    const ref = { key: store, kind: "file", base: folder.path, label: "mlruns" } as const;
    await engine.open({ stores: [ref], cacheFolder: null, watch: false });
    await engine.settled();
  });
  after(() => engine.close());

  const request = (part: Partial<TableRequest> = {}): TableRequest => ({
    ...{ store, experiments: null, filter: "", lifecycle: "active", grouping: null, open: [] },
    ...{ order: [{ column: LR, descending: false }], columns: [LABEL, LR, EXPERIMENT], offset: 0, limit: 10 },
    ...part,
  });

  it("answers pages over a store, an experiment, and what a filter leaves", async () => {
    const cells = async (part: Partial<TableRequest> = {}) =>
      (await engine.tablePage(request(part))).lines.map(({ cells }) => cells);
    deepEqual(await cells(), [
      ["b", "0.02", "one"],
      ["a", "0.1", "one"],
      ["c", "1", "two"],
    ]);
    deepEqual(await cells({ experiments: [refs[2]?.experiment ?? ""] }), [["c", "1", "two"]]);
    deepEqual(await cells({ filter: "params.lr = '0.1'", columns: [LABEL] }), [["a"]]);
    deepEqual(await cells({ filter: "params.lr = ", columns: [LABEL] }), []);
  });

  it("names columns, runs and keys", async () => {
    const columns = await engine.tableColumns(request());
    deepEqual(columns.find(({ column }) => column.kind === "param")?.range, [0.02, 1]);
    deepEqual(await engine.tableRuns(request({ offset: 1, limit: 1 })), [refs[0]]);
  });

  it("writes runs as text: those of a query in its order, or those named in theirs", async () => {
    const { experiments, filter, lifecycle, order } = request();
    const query = { store, experiments, filter, lifecycle, order };
    const lines = async (text: Promise<string>) => (await text).trimEnd().split("\r\n");
    const [head, first] = await lines(engine.runsText({ query }, [LABEL, LR], "csv"));
    equal(head, "run_id,label,params.lr");
    match(first ?? "", /^[0-9a-f]{32},b,0.02$/);
    const named = [refs[2], { store, experiment: "gone", run: "gone" }, refs[0]].filter((ref) => ref !== undefined);
    const some = await lines(engine.runsText({ refs: named }, [LABEL], "csv"));
    deepEqual(
      some.slice(1).map((line) => line.split(",")[1]),
      ["c", "a"],
    );
    ok(!(await engine.runsText({ query }, [LABEL], "markdown")).includes("run_id"));
  });

  it("answers with nothing of a store that is not open", async () => {
    const elsewhere = request({ store: "/nowhere" });
    deepEqual(await engine.tablePage(elsewhere), { total: 0, runs: 0, all: 0, offset: 0, lines: [] });
    deepEqual(await engine.tableColumns(elsewhere), []);
    deepEqual(await engine.tableRuns(elsewhere), []);
    const trend = await engine.trend({ query: elsewhere, metric: "m", value: "last", group: null });
    equal(trend.refs.length, 0);
    equal(await engine.runsText({ refs: [{ ...elsewhere, experiment: "0", run: "r" }] }, [LABEL], "json"), "[]\n");
  });

  it("compares with the baseline that is named", async () => {
    equal((await engine.compare(refs)).baseline, 0);
    equal((await engine.compare(refs, refs[2] ?? null)).baseline, 2);
    equal((await engine.compare(refs, { store, experiment: "0", run: "gone" })).baseline, 0);
    equal((await engine.compare([])).baseline, null);
  });
});
