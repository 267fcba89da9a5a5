import type { Column, TableRequest } from "../../../src/core/model/runsTable.ts";
import { connectEngine } from "../../../src/engine/worker/client.ts";
import type { Measure } from "../measure.ts";
import { fileStore, openWhole } from "../opened.ts";
import { median, timed } from "../rounds.ts";
import { cachedStore } from "../store/cachedStore.ts";

const METRICS = ["loss", "acc", "val/loss", "val/acc", "rmse", "mae", "r2", "f1", "auc"];
const COLUMNS: readonly Column[] = [
  ...(["label", "status", "start", "duration"] as const).map((key): Column => ({ kind: "attribute", key })),
  ...METRICS.map((key): Column => ({ kind: "metric", key, value: "last" })),
];

/** A window's worth of lines. */
const LINES = 60;

export const table: Measure = {
  id: "table",
  async run({ engine: script, options }) {
    const store = cachedStore({ runs: options.runs, experiments: 20 });
    const engine = connectEngine(script);
    await openWhole(engine, fileStore(store), options.runs);
    await engine.settled();
    // As the tree does, on whose rows the table is opened.
    await engine.experiments(store);
    const request = (part: Partial<TableRequest> = {}): TableRequest => ({
      ...{ store, experiments: null, filter: "", lifecycle: "active", grouping: null, open: [] },
      ...{ order: [], columns: COLUMNS, offset: 0, limit: LINES },
      ...part,
    });
    const first = await timed(() => engine.tablePage(request()));
    const columns = await timed(() => engine.tableColumns(request()));
    const pages: number[] = [];
    for (let offset = LINES; offset < options.runs; offset += Math.ceil(options.runs / 50)) {
      pages.push(await timed(() => engine.tablePage(request({ offset }))));
    }
    const sorts: number[] = [];
    for (const key of METRICS) {
      const order = [{ column: { kind: "metric", key, value: "best" } as const, descending: true }];
      sorts.push(await timed(() => engine.tablePage(request({ order }))));
    }
    await engine.close();
    const against = "asked to answered, across threads";
    const detail = `its columns in short ${columns.toFixed(1)} ms; sorted anew ${median(sorts).toFixed(1)} ms`;
    const all = `${options.runs.toLocaleString("en")} runs`;
    return [
      { name: `first rows of a table of ${all}`, value: first, limit: 100, unit: "ms", against, detail },
      { name: `any rows of it afterwards`, value: median(pages), limit: 10, unit: "ms", against, detail: "" },
    ];
  },
};
