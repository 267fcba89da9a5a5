import { Uri, workspace } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import type { ColumnProfile, TablePage, TableQuery, TableRequest, TableView } from "../../core/model/runsTable.ts";
import type { Trend, TrendRequest } from "../../core/model/trend.ts";
import type { EngineChange, PrimaryMetric, RunKeys } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import type { RunsPlace, TableScope } from "../../protocol/runs.ts";
import { t } from "../base/l10n.ts";
import { printable } from "../tree/markdown.ts";
import { fileNameOf, placeName } from "./placeName.ts";
import type { TableViews } from "./tableViews.ts";

const NO_KEYS: RunKeys = { metrics: [], params: [], tags: [], attributes: [], datasets: [] };

/** What the tabs Table and Trend are of, answered by ranges. */
export class TableTab {
  private readonly engine: () => Engine;
  private readonly views: TableViews;
  readonly place: RunsPlace | null;
  /** The scope that the page has, as text. */
  private told = "";

  constructor(engine: () => Engine, views: TableViews, place: RunsPlace | null) {
    this.engine = engine;
    this.views = views;
    this.place = place;
  }

  async scope(): Promise<TableScope | null> {
    const scope = await this.makeScope();
    this.told = toldOf(scope);
    return scope;
  }

  /** The scope where it is another than the page has: null where it is the same, or where no page has any. */
  async newScope(): Promise<TableScope | null> {
    if (this.told === "") return null;
    const scope = await this.makeScope();
    if (toldOf(scope) === this.told) return null;
    this.told = toldOf(scope);
    return scope;
  }

  private async makeScope(): Promise<TableScope | null> {
    const { place } = this;
    if (place === null) return null;
    const [name, { config }, primary] = await Promise.all([
      placeName(this.engine(), place),
      this.engine().config(place.store),
      this.primary(place),
    ]);
    return {
      store: place.store,
      ...name,
      primary,
      view: this.views.of(place),
      columnSets: config.columnSets,
      savedFilters: config.filters,
    };
  }

  /** What a file with its runs is called, without an ending. */
  async fileName(): Promise<string> {
    return this.place === null ? "runs" : fileNameOf(await placeName(this.engine(), this.place));
  }

  columns(query: TableQuery): Promise<readonly ColumnProfile[]> {
    return this.engine().tableColumns(query);
  }

  /** Throws where the store went, or cannot be read any more: a sentence that says what to do. */
  async page(request: TableRequest): Promise<TablePage> {
    const page = await this.engine().tablePage(request);
    if (page.all === 0) await this.assertThere();
    return page;
  }

  private async assertThere(): Promise<void> {
    if (this.place === null) return;
    const { store } = this.place;
    const row = (await this.engine().stores()).find(({ key }) => key === store);
    if (row !== undefined && row.error !== null) throw new Error(row.error);
    const isThere = await workspace.fs.stat(Uri.file(store)).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    throw new Error(t("The store {0} is not there any more. Bring it back and it shows here again.", printable(store)));
  }

  runsAt(request: TableRequest): Promise<readonly RunRef[]> {
    return this.engine().tableRuns(request);
  }

  keys(): Promise<RunKeys> {
    const { place } = this;
    return place === null ? Promise.resolve(NO_KEYS) : this.engine().keys(place.store, place.experiments);
  }

  async keepView(view: TableView): Promise<void> {
    if (this.place !== null) await this.views.keep(this.place, view);
  }

  trend(request: TrendRequest): Promise<Trend> {
    return this.engine().trend(request);
  }

  /** Whether a change may show in the table. */
  isConcernedBy({ store, storeChanged, experiments }: EngineChange): boolean {
    if (store !== this.place?.store) return false;
    const own = this.place.experiments;
    return storeChanged || (own === null ? experiments.length > 0 : own.some((folder) => experiments.includes(folder)));
  }

  /** What all of its experiments are judged by; null where they do not agree. */
  private async primary({ store, experiments }: RunsPlace): Promise<PrimaryMetric | null> {
    const rows = (await this.engine().experiments(store)).filter(
      ({ folder, lifecycle, runs }) =>
        runs > 0 && (experiments === null ? lifecycle === "active" : experiments.includes(folder)),
    );
    const primary = rows[0]?.primary ?? null;
    return rows.every((row) => row.primary?.key === primary?.key) ? primary : null;
  }
}

/** The view is the page's own. */
function toldOf(scope: TableScope | null): string {
  return JSON.stringify(scope && { ...scope, view: null });
}
