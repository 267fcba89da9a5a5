import { columnProfiles } from "../../core/index/columns/columnProfiles.ts";
import type { TableContext } from "../../core/index/columns/tableContext.ts";
import { runsAt, tablePage } from "../../core/index/selection/page.ts";
import type { Filtered, Selection } from "../../core/index/selection/selection.ts";
import { trendOf } from "../../core/index/selection/trend.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { ColumnProfile, TablePage, TableQuery, TableRequest } from "../../core/model/runsTable.ts";
import type { Trend, TrendRequest } from "../../core/model/trend.ts";
import type { Session } from "../indexing/session.ts";
import type { StoreIndex } from "../indexing/storeIndex.ts";
import { selectContext } from "./storeAnswers.ts";

/** Runs that one question may name at most. */
const RUNS_NAMED = 100_000;

/** What the tabs Table and Trend are answered, out of the index alone. */
export class TableAnswers {
  readonly #sessionOf: (store: string) => Session | null;

  constructor(sessionOf: (store: string) => Session | null) {
    this.#sessionOf = sessionOf;
  }

  columns(query: TableQuery): readonly ColumnProfile[] {
    const found = this.#select(query);
    return found === null ? [] : found.selection.profiles(() => columnProfiles(found.context, found.selection.rows));
  }

  page(request: TableRequest): TablePage {
    const found = this.#select(request);
    if (found === null) return { total: 0, runs: 0, all: 0, offset: request.offset, lines: [] };
    return tablePage(found.context, found.selection, request);
  }

  runs(request: TableRequest): readonly RunRef[] {
    const found = this.#select(request);
    return found === null ? [] : runsAt(found.context, found.selection, request, RUNS_NAMED);
  }

  trend(request: TrendRequest): Trend {
    const found = this.#select(request.query);
    return found === null ? noTrend(request) : trendOf(found.context, found.selection, request);
  }

  #select(query: Filtered): { context: TableContext; selection: Selection } | null {
    const session = this.#sessionOf(query.store);
    if (session === null) return null;
    const context = tableContext(session.index);
    return { context, selection: session.index.selections.of(context, query) };
  }
}

function tableContext(index: StoreIndex): TableContext {
  const names = new Map(index.folders.map(({ experiment }) => [experiment.folder, experiment.name]));
  return {
    ...selectContext(index),
    experimentName: (folder) => names.get(folder) ?? folder,
    goalOf: (metric) => index.goalOf(metric),
  };
}

function noTrend({ metric }: TrendRequest): Trend {
  const none = { refs: [], labels: [], starts: new Float64Array(), values: new Float64Array(), best: null };
  return { metric, goal: "unknown", ...none, group: new Uint32Array(), groups: [], runs: 0 };
}
