/** The Runs editor's tab Table and its host. */
import type { RunRef } from "../core/model/run.ts";
import type {
  Column,
  ColumnProfile,
  ColumnSet,
  SavedFilter,
  TableFormat,
  TablePage,
  TableQuery,
  TableRequest,
  TableRuns,
  TableView,
} from "../core/model/runsTable.ts";
import type { PrimaryMetric, RunKeys } from "../core/model/views.ts";

/** What a table is of; its runs are asked for by ranges. */
export interface TableScope {
  readonly store: string;
  readonly storeLabel: string;
  /** Null for the whole store. */
  readonly experiments: readonly { readonly folder: string; readonly name: string }[] | null;
  readonly primary: PrimaryMetric | null;
  readonly view: TableView;
  readonly columnSets: readonly ColumnSet[];
  readonly savedFilters: readonly SavedFilter[];
}

export interface TableHost {
  /** Null where the editor was opened for a comparison alone. */
  scope(): Promise<TableScope | null>;
  columns(query: TableQuery): Promise<readonly ColumnProfile[]>;
  page(request: TableRequest): Promise<TablePage>;
  /** Runs of the lines `[offset, offset + limit)`; all runs of groups that are closed among them. */
  runsAt(request: TableRequest): Promise<readonly RunRef[]>;
  /** Of all runs of the scope, for completion in the filter box. */
  keys(): Promise<RunKeys>;
  /** Kept for the experiments shown, for the next time they are opened. */
  keepView(view: TableView): Promise<void>;
  /** Asks for a file and writes it; nothing is written where the person cancels. */
  exportRuns(runs: TableRuns, columns: readonly Column[], format: TableFormat): Promise<void>;
  /** Asks for a name, and writes a filter or columns under it into the repository's config; nothing where the person cancels. */
  saveFilter(filter: string): Promise<void>;
  saveColumns(columns: readonly Column[]): Promise<void>;
  copyRuns(runs: TableRuns, columns: readonly Column[], format: TableFormat): Promise<void>;
}

/** What a table is told. */
export interface TableEvents {
  /** Runs of the scope came, changed or went: what is on screen is to be asked for again. */
  runsChanged(): void;
  /** Names, the primary metric, saved filters or column sets are others now; `view` is the one that was kept. */
  scopeChanged(scope: TableScope): void;
}
