import {
  EXPORT_LIMITS,
  type ExportData,
  type LeftOut,
  type StoreExport,
} from "../../core/compare/export/exportData.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { Comparison } from "../../core/model/views.ts";
import type { Engine } from "../engine.ts";
import { gatherCurves } from "./gatherCurves.ts";
import { gatherFiles } from "./gatherFiles.ts";

/** What a file says of itself. */
export interface ExportAbout {
  readonly title: string;
  readonly version: string;
  readonly strings: Readonly<Record<string, string>>;
}

/** A comparison as one file holds it: values in full, curves and contents of files as far as there is room. */
export async function gatherComparison(
  engine: Engine,
  pins: ExportData["pins"],
  about: ExportAbout,
): Promise<ExportData> {
  const comparison = await engine.compare(pins.refs, pins.baseline);
  const details = await gatherDetails(engine, comparison);
  const own = { comparison, stores: [], pins: { refs: details.held, baseline: pins.baseline } };
  return { ...about, made: Date.now(), ...own, ...details };
}

/** Stores as one file holds them: their runs as columns, and models, curves and files of the newest. */
export async function gatherStores(
  engine: Engine,
  stores: readonly string[],
  about: ExportAbout,
): Promise<ExportData | null> {
  const share = Math.floor(EXPORT_LIMITS.table / Math.max(stores.length, 1));
  const exports: StoreExport[] = [];
  for (const store of stores) {
    const exported = await engine.exportStore(store, share);
    if (exported === null) return null;
    exports.push(exported);
  }
  const of = exports.reduce((sum, store) => sum + store.of, 0);
  const newest = await newestRuns(engine, stores);
  const details = await gatherDetails(engine, await engine.compare(newest));
  const missing = (what: "runs" | "details", count: number): LeftOut[] => (count > 0 ? [{ what, count, of }] : []);
  const leftOut = [
    ...missing("runs", of - exports.reduce((sum, { runs }) => sum + runs, 0)),
    ...missing("details", of - newest.length),
    ...details.leftOut,
  ];
  const own = { comparison: null, stores: exports.map(({ store }) => store), pins: { refs: [], baseline: null } };
  return { ...about, made: Date.now(), ...own, ...details, leftOut };
}

type Details = Pick<ExportData, "held" | "models" | "series" | "files" | "leftOut">;

async function gatherDetails(engine: Engine, comparison: Comparison): Promise<Details> {
  const held = comparison.runs.map(({ ref }) => ref);
  const curves = await gatherCurves(engine, comparison);
  const files = await gatherFiles(engine, held);
  return {
    held,
    models: await engine.compareModels(held),
    series: curves.series,
    files: files.files,
    leftOut: [...curves.leftOut, ...files.leftOut],
  };
}

/** Of each store its share, the newest first. */
async function newestRuns(engine: Engine, stores: readonly string[]): Promise<readonly RunRef[]> {
  const limit = Math.max(1, Math.floor(EXPORT_LIMITS.held / Math.max(stores.length, 1)));
  const newest: RunRef[] = [];
  for (const store of stores) {
    const order = [{ column: { kind: "attribute", key: "start" }, descending: true }] as const;
    const query = { store, experiments: null, filter: "", lifecycle: "all", order } as const;
    newest.push(
      ...(await engine.tableRuns({ ...query, ...{ grouping: null, open: [], columns: [], offset: 0 }, limit })),
    );
  }
  return newest;
}
