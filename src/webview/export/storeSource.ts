import type { AssembledRun } from "../../core/compare/assemble.ts";
import type { ExportedStore } from "../../core/compare/export/exportData.ts";
import type { TableSource } from "../../core/compare/tableAnswers.ts";
import { decodePart, tableOf } from "../../core/index/codec.ts";
import type { TableContext } from "../../core/index/columns/tableContext.ts";
import { Overviews } from "../../core/index/overview.ts";
import { keysOfRows } from "../../core/index/runKeys.ts";
import { recordOfRow } from "../../core/index/runRecord.ts";
import { runRow } from "../../core/index/runRow.ts";
import { Selections } from "../../core/index/selection/selections.ts";
import { RunTable } from "../../core/index/table.ts";
import { TextSearch } from "../../core/index/textFilter.ts";
import type { Goal } from "../../core/model/goal.ts";
import { type Judging, statedGoal } from "../../core/model/judging.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { PrimaryMetric, RunKeys, RunRow } from "../../core/model/views.ts";

/** A store out of a file: its runs as they were when it was made. */
export class StoreSource {
  readonly store: ExportedStore;
  readonly #context: TableContext;
  readonly #selections = new Selections();

  constructor(store: ExportedStore, made: number) {
    this.store = store;
    const part = decodePart(store.table);
    const table = part === null ? new RunTable() : tableOf(part);
    const judging: Judging = { goals: new Map(store.goals), primary: new Map(store.primary) };
    const names = new Map(store.experiments.map(({ folder, name }) => [folder, name]));
    const experimentName = (folder: string): string => names.get(folder) ?? folder;
    this.#context = {
      store: store.key,
      table,
      now: made,
      changed: () => null,
      overviews: new Overviews(table, judging, experimentName),
      search: new TextSearch(table.strings),
      dialect: store.kind,
      experiments: store.experiments.map(({ folder }) => folder),
      experimentName,
      goalOf: (metric) => statedGoal(judging, metric),
    };
  }

  get table(): TableSource {
    return { context: this.#context, selections: this.#selections };
  }

  keys(): RunKeys {
    const { table, experiments, overviews } = this.#context;
    return keysOfRows(
      table,
      experiments.map((folder) => overviews.of(folder).rows),
    );
  }

  /** What all experiments with runs are judged by; null where they do not agree. */
  get primary(): PrimaryMetric | null {
    const { experiments, overviews } = this.#context;
    const all = experiments.map((folder) => overviews.of(folder)).filter(({ active }) => active.length > 0);
    const primary = all[0]?.primary ?? null;
    return all.every((overview) => overview.primary?.key === primary?.key) ? primary : null;
  }

  goalOf(metric: string): Goal {
    return this.#context.goalOf(metric);
  }

  /** A run to compare; null where it is not in this store. */
  run(ref: RunRef): AssembledRun | null {
    const { table, overviews, experimentName } = this.#context;
    const index = ref.store === this.store.key ? table.rowOf(ref.experiment, ref.run) : -1;
    if (index < 0) return null;
    const overview = overviews.of(ref.experiment);
    const row: RunRow = runRow(this.#context, overview, index);
    const { primary } = overview;
    const record = recordOfRow(table, index);
    const experiment = experimentName(ref.experiment);
    return { row, primary, record, status: row.status, experimentName: experiment, storeLabel: this.store.label };
  }
}
