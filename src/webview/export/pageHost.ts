import { bandsOf } from "../../core/compare/bands/bandsOf.ts";
import type { ExportData } from "../../core/compare/export/exportData.ts";
import { pickModels, pickRuns } from "../../core/compare/pickRuns.ts";
import { TableAnswers } from "../../core/compare/tableAnswers.ts";
import { NO_KEYS } from "../../core/index/runKeys.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { Column, TableFormat, TableRuns } from "../../core/model/runsTable.ts";
import type { Comparison } from "../../core/model/views.ts";
import { DEFAULT_VIEW } from "../../protocol/defaultView.ts";
import type { RunsEditorHost, TableScope } from "../../protocol/runs.ts";
import { t } from "../ui/l10n.ts";
import { CurveSource } from "./curveSource.ts";
import { FileSource } from "./fileSource.ts";
import { PinnedRuns } from "./pinnedRuns.ts";
import type { StoreSource } from "./storeSource.ts";
import type { StoreSources } from "./storeSources.ts";

/** What the page is told when its runs change. */
export interface PageTold {
  pinned(pins: PinnedRuns["pins"]): void;
  changed(comparison: Comparison): void;
  copy(text: string): Promise<void>;
  save(name: string, bytes: Uint8Array): Promise<void>;
}

/** Answers a Runs page out of the data in its own file. */
export function pageHost(data: ExportData, stores: StoreSources, told: PageTold): RunsEditorHost {
  const pinned = new PinnedRuns(data.pins);
  const tables = new TableAnswers((key) => stores.table(key));
  const curves = new CurveSource(data.series);
  const files = new FileSource(data.files, data.held);

  const sideBySide = (refs: readonly RunRef[], baseline: RunRef | null): Comparison =>
    data.comparison === null ? stores.compare(refs, baseline) : pickRuns(data.comparison, refs, baseline);
  const compare = (): Comparison => sideBySide(pinned.pins.refs, pinned.pins.baseline);
  const refs = () => compare().runs.map(({ ref }) => ref);
  const change = async (act: () => void): Promise<void> => {
    act();
    told.pinned(pinned.pins);
    told.changed(compare());
  };
  const text = (runs: TableRuns, columns: readonly Column[], format: TableFormat) => tables.text(runs, columns, format);

  return {
    opening: async () => ({
      place: stores.shown && { store: stores.shown.store.key, experiments: null },
      tab: data.comparison === null ? "table" : "compare",
      pins: pinned.pins,
      isFile: true,
    }),
    showTab: async () => undefined,
    setPinned: (runs, isPinned) => change(() => pinned.setPinned(runs, isPinned)),
    setBaseline: (ref) => change(() => pinned.setBaseline(ref)),
    arrange: (runs) => change(() => pinned.arrange(runs)),
    unpin: (ref) => change(() => pinned.setPinned([ref], false)),
    load: async () => compare(),
    compared: async (runs, baseline) => sideBySide(runs, baseline),
    series: async (key, runs, maxPoints, view) => curves.series(key, runs, maxPoints, view),
    bands: async (request) => bandsOf(request, async (ref, keys) => curves.histories(ref, keys)),
    // Nothing grows here any more, so nothing is to be drawn behind it.
    ghost: async () => null,
    models: async () => pickModels(data.models, data.held, refs()),
    files: async () => files.of(refs()),
    fileContents: async (asked) => files.contents(asked),
    preview: async (owner, path) => files.preview({ owner, path }),
    diffTables: async (left, right, key) => files.diffTables(left, right, key),
    scope: async () => stores.shown && scopeOf(stores.shown),
    columns: async (query) => tables.columns(query),
    page: async (request) => tables.page(request),
    runsAt: async (request) => tables.runs(request),
    keys: async () => stores.shown?.keys() ?? NO_KEYS,
    keepView: async () => undefined,
    trend: async (request) => tables.trend(request),
    copy: (copied) => told.copy(copied),
    copyRuns: async (runs, columns, format) => told.copy(text(runs, columns, format)),
    saveFile: (name, bytes) => told.save(name, bytes),
    exportRuns: (runs, columns, format) =>
      told.save(`runs.${ENDINGS[format]}`, new TextEncoder().encode(text(runs, columns, format))),
    pickRuns: notHere,
    saveFilter: notHere,
    saveColumns: notHere,
    sayGoal: notHere,
    editNote: notHere,
    open: notHere,
    openArtifact: notHere,
    diffFiles: notHere,
    copyLink: notHere,
    exportPage: notHere,
  };
}

const ENDINGS: Readonly<Record<TableFormat, string>> = { csv: "csv", json: "json", markdown: "md" };

async function notHere(): Promise<void> {
  throw new Error(t("This page is a file of its own: nothing else can be opened from it."));
}

/** What a table of a whole store is of. */
export function scopeOf({ store, primary }: StoreSource): TableScope {
  return {
    store: store.key,
    storeLabel: store.label,
    experiments: null,
    primary,
    view: DEFAULT_VIEW,
    columnSets: [],
    savedFilters: [],
  };
}
