import type { ExportData, LeftOut } from "../../core/compare/export/exportData.ts";
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
  const refs = comparison.runs.map(({ ref }) => ref);
  const curves = await gatherCurves(engine, comparison);
  const files = await gatherFiles(engine, refs);
  return {
    ...about,
    made: Date.now(),
    pins: { refs, baseline: pins.baseline },
    comparison,
    models: await engine.compareModels(refs),
    series: curves.series,
    files: files.files,
    store: null,
    leftOut: [...curves.leftOut, ...files.leftOut],
  };
}

/** A store as one file holds it: its runs as columns, and nothing that they do not hold. */
export async function gatherStore(engine: Engine, store: string, about: ExportAbout): Promise<ExportData | null> {
  const exported = await engine.exportStore(store);
  if (exported === null) return null;
  const leftOut: readonly LeftOut[] =
    exported.runs < exported.of ? [{ what: "runs", count: exported.of - exported.runs, of: exported.of }] : [];
  const pins = { refs: [], baseline: null };
  const nothing = { comparison: null, models: [], series: [], files: null };
  return { ...about, ...nothing, made: Date.now(), pins, store: exported.store, leftOut };
}
