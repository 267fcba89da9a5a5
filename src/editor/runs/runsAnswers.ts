import { commands, env, type Uri } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import { type Column, columnId, type TableFormat, type TableRuns } from "../../core/model/runsTable.ts";
import type { RunsEditorHost, RunsOpening, RunsTab } from "../../protocol/runs.ts";
import { Command } from "../base/names.ts";
import type { SaidGoals } from "../config/saidGoals.ts";
import { saveNamed } from "../config/saveNamed.ts";
import { sayGoal } from "../config/sayGoal.ts";
import type { EngineHost } from "../engineHost.ts";
import { openRef } from "../page/openRun.ts";
import { saveFile } from "../page/saveFile.ts";
import { copyLink } from "../sharing/copyLink.ts";
import { exportPage } from "../sharing/exportPage.ts";
import type { ShownExperiments } from "../shownExperiments.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import type { CompareTab } from "./compareTab.ts";
import { saveRuns } from "./exportRuns.ts";
import type { TableTab } from "./tableTab.ts";
import type { TableViews } from "./tableViews.ts";

/** What every Runs editor stands on. */
export interface RunsParts {
  readonly extension: Uri;
  readonly host: EngineHost;
  readonly stores: WorkspaceStores;
  readonly goals: SaidGoals;
  readonly views: TableViews;
  readonly shown: ShownExperiments;
  /** Asks which runs to add; none where the person cancels. */
  pickRuns(): Promise<readonly RunRef[]>;
}

/** An editor as its page may change it. */
export interface AnsweredEditor {
  opening(): RunsOpening;
  showTab(tab: RunsTab): void;
  setPinned(refs: readonly RunRef[], isPinned: boolean): Promise<void>;
  setBaseline(ref: RunRef | null): Promise<void>;
  arrange(refs: readonly RunRef[]): Promise<void>;
}

/** What a Runs page is answered with, once the stores of the workspace are known. */
export function runsAnswers(
  editor: AnsweredEditor,
  compare: CompareTab,
  table: TableTab,
  parts: RunsParts,
): RunsEditorHost {
  const { extension, host, stores, pickRuns } = parts;
  const ready = async <T>(answer: () => Promise<T>): Promise<T> => {
    await stores.ready();
    return answer();
  };
  const text = (runs: TableRuns, columns: readonly Column[], format: TableFormat) =>
    host.engine.runsText(runs, columns, format);
  return {
    opening: async () => editor.opening(),
    showTab: async (tab) => editor.showTab(tab),
    setPinned: (refs, isPinned) => editor.setPinned(refs, isPinned),
    setBaseline: (ref) => editor.setBaseline(ref),
    pickRuns: async () => editor.setPinned(await pickRuns(), true),
    open: (ref, { toSide }) => openRef(host.engine, ref, { toSide, preview: true }),
    copy: async (copied) => env.clipboard.writeText(copied),
    saveFile,
    load: () => ready(() => compare.comparison.load()),
    compared: (refs, baseline) => host.engine.compare(refs, baseline),
    unpin: (ref) => editor.setPinned([ref], false),
    arrange: (refs) => editor.arrange(refs),
    series: (key, refs, maxPoints, view) => compare.series(key, refs, maxPoints, view),
    bands: (request) => compare.bands(request),
    ghost: () => compare.ghost(),
    sayGoal: (key, goal) =>
      sayGoal(parts, [...new Set(editor.opening().pins.refs.map(({ store }) => store))], key, goal),
    editNote: async (ref) => void (await commands.executeCommand(Command.editNote, ref)),
    models: () => compare.models(),
    files: () => compare.files(),
    fileContents: (files) => compare.fileContents(files),
    preview: (owner, path) => compare.preview(owner, path),
    openArtifact: (owner, path) => compare.openArtifact(owner, path),
    diffFiles: (left, right) => compare.diffFiles(left, right),
    diffTables: (left, right, key) => host.engine.compareTables(left, right, key),
    copyLink: () => copyLink(editor.opening().pins, stores),
    exportPage: () => exportPage(editor.opening().pins, compare.shown, host.engine, extension),
    scope: () => ready(() => table.scope()),
    columns: (query) => ready(() => table.columns(query)),
    page: (request) => ready(() => table.page(request)),
    runsAt: (request) => ready(() => table.runsAt(request)),
    keys: () => ready(() => table.keys()),
    saveFilter: (filter) => saveNamed(parts, table.place?.store, "filters", filter),
    saveColumns: (columns) => saveNamed(parts, table.place?.store, "columnSets", columns.map(columnId)),
    keepView: (view) => table.keepView(view),
    exportRuns: async (runs, columns, format) =>
      saveRuns(await table.fileName(), format, () => text(runs, columns, format)),
    copyRuns: async (runs, columns, format) => env.clipboard.writeText(await text(runs, columns, format)),
    trend: (request) => ready(() => table.trend(request)),
  };
}
