import { metricUses } from "../../core/index/metricColumn.ts";
import { orderRows } from "../../core/index/order.ts";
import type { Overview } from "../../core/index/overview.ts";
import { keysOfRows } from "../../core/index/runKeys.ts";
import { refOfRow, runRow, statusOfRow } from "../../core/index/runRow.ts";
import { matching, type SelectContext } from "../../core/index/select.ts";
import type { ExperimentFolder } from "../../core/model/store.ts";
import { byText, textOf } from "../../core/model/text.ts";
import type { BestRun, ExperimentRow, RunKeys, RunOrder, RunRow, StoreRow } from "../../core/model/views.ts";
import type { StoreIndex } from "../indexing/storeIndex.ts";

/** What selections over one store are answered from, now. */
export function selectContext(index: StoreIndex): SelectContext {
  const { table } = index;
  const { experiment, folder } = table.rows;
  return {
    store: index.ref.key,
    table,
    now: Date.now(),
    changed: (row) =>
      index.changed.get(`${table.strings.text(experiment.at(row))}/${table.strings.text(folder.at(row))}`) ?? null,
    overviews: index.overviews,
    search: index.search,
    dialect: index.ref.kind,
    experiments: index.folders.map((known) => known.experiment.folder),
  };
}

export function storeRow(index: StoreIndex): StoreRow {
  return {
    key: index.ref.key,
    label: index.ref.label,
    kind: index.ref.kind,
    experiments: index.folders.length,
    runs: index.folders.reduce((sum, folder) => sum + index.runsOf(folder).length, 0),
    indexed: index.table.liveRows,
    problems: index.problemTotal(),
    error: index.error,
    asOf: index.asOf,
  };
}

/** The experiments of a store: those with runs first, then by name; deleted ones last. */
export function experimentRows(index: StoreIndex): ExperimentRow[] {
  const context = selectContext(index);
  const rows = index.folders.map((folder) => experimentRow(index, context, folder));
  const rank = (row: ExperimentRow): number => (row.lifecycle === "deleted" ? 2 : row.runs === 0 ? 1 : 0);
  return rows.sort(
    (a, b) => rank(a) - rank(b) || byText(a.name.toLowerCase(), b.name.toLowerCase()) || byText(a.folder, b.folder),
  );
}

export function experimentRow(index: StoreIndex, context: SelectContext, known: ExperimentFolder): ExperimentRow {
  const { experiment } = known;
  const runs = index.runsOf(known);
  const overview = index.overviews.of(experiment.folder);
  const isRead = overview.rows.length >= runs.length;
  return {
    store: index.ref.key,
    folder: experiment.folder,
    id: experiment.id,
    name: experiment.name,
    lifecycle: experiment.lifecycle,
    readable: experiment.readable,
    runs: runs.length,
    deletedRuns: isRead ? overview.rows.length - overview.active.length : null,
    liveRuns: liveRuns(context, overview),
    primary: overview.primary,
    best: bestRun(context, overview),
    problems: index.problemCount(experiment.folder),
    loggedModels: known.loggedModels.length,
    traces: known.traces.length,
    note: textOf(experiment.tags, "mlflow.note.content"),
  };
}

function bestRun(context: SelectContext, { best, label }: Overview): BestRun | null {
  return best && { value: best.value, ref: refOfRow(context, best.row), label: label(best.row).label };
}

const RUNNING = 0;

/** Only RUNNING rows are asked whether they live: most stores have none. */
function liveRuns(context: SelectContext, overview: Overview): number {
  const { status } = context.table.rows;
  let live = 0;
  for (const row of overview.active) {
    if (status.at(row) === RUNNING && statusOfRow(context, row) === "live") live++;
  }
  return live;
}

/** A run's row, or null where it is not in the index. */
export function rowOf(index: StoreIndex, context: SelectContext, experiment: string, run: string): RunRow | null {
  const row = index.table.rowOf(experiment, run);
  return row < 0 ? null : runRow(context, index.overviews.of(experiment), row);
}

/** Rows of runs by their id, wherever in the store they lie. */
export function rowsWithId(index: StoreIndex, context: SelectContext, id: string): RunRow[] {
  const { table } = index;
  const code = table.strings.find(id);
  const found: RunRow[] = [];
  if (code < 0) return found;
  for (let row = 0; row < table.length; row++) {
    if (!table.alive.at(row) || table.rows.id.at(row) !== code) continue;
    found.push(runRow(context, index.overviews.of(table.strings.text(table.rows.experiment.at(row))), row));
  }
  return found;
}

/** The runs before and after one in its experiment by start time, oldest first. */
export function neighbours(
  index: StoreIndex,
  { ref, lifecycle }: RunRow,
): { previous: RunRow | null; next: RunRow | null } {
  const context = selectContext(index);
  const { table, overviews } = index;
  const selection = { store: index.ref.key, experiments: [ref.experiment], filter: "", lifecycle, order: NEWEST_FIRST };
  const rows = orderRows(table, matching(context, selection), NEWEST_FIRST);
  const at = rows.indexOf(table.rowOf(ref.experiment, ref.run));
  const rowAt = (place: number): RunRow | null => {
    const row = rows[place];
    return at < 0 || row === undefined ? null : runRow(context, overviews.of(ref.experiment), row);
  };
  return { previous: rowAt(at + 1), next: rowAt(at - 1) };
}

const NEWEST_FIRST: RunOrder = { by: "start", descending: true };

/** Metric keys of the experiments given, most frequent first. */
export function metricKeys(index: StoreIndex, experiments: readonly string[] | null): string[] {
  const folders = experiments ?? index.folders.map((known) => known.experiment.folder);
  const counts = new Map<string, number>();
  for (const folder of folders) {
    for (const { key, runs } of metricUses(index.table, index.overviews.of(folder).rows)) {
      counts.set(key, (counts.get(key) ?? 0) + runs);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || byText(a[0], b[0])).map(([key]) => key);
}

/** Keys and frequent values of the experiments given. */
export function runKeys({ table, overviews, folders }: StoreIndex, experiments: readonly string[] | null): RunKeys {
  const asked = experiments ?? folders.map((known) => known.experiment.folder);
  return keysOfRows(
    table,
    asked.map((folder) => overviews.of(folder).rows),
  );
}
