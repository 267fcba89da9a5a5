import { columnProfiles } from "../index/columns/columnProfiles.ts";
import type { TableContext } from "../index/columns/tableContext.ts";
import { cellReader, runsAt, tablePage } from "../index/selection/page.ts";
import type { Filtered, Selection } from "../index/selection/selection.ts";
import type { Selections } from "../index/selection/selections.ts";
import { trendOf } from "../index/selection/trend.ts";
import type { RunRef } from "../model/run.ts";
import {
  type Cell,
  type Column,
  type ColumnProfile,
  columnId,
  type TableFormat,
  type TablePage,
  type TableQuery,
  type TableRequest,
  type TableRuns,
} from "../model/runsTable.ts";
import type { Trend, TrendRequest } from "../model/trend.ts";
import { runsText } from "./export/runsText.ts";

/** Runs that one question may name at most. */
const RUNS_NAMED = 100_000;

/** UTF-16 units of an export at most. */
const TEXT_LIMIT = 200_000_000;

const RUN_ID: Column = { kind: "attribute", key: "id" };

/** A store as tables are made of it, now. */
export interface TableSource {
  readonly context: TableContext;
  readonly selections: Selections;
}

/** What the tabs Table and Trend are answered, out of the index alone. */
export class TableAnswers {
  readonly #sourceOf: (store: string) => TableSource | null;

  constructor(sourceOf: (store: string) => TableSource | null) {
    this.#sourceOf = sourceOf;
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

  /** Runs as text; which run a record is of is said in any case. */
  text(runs: TableRuns, columns: readonly Column[], format: TableFormat): string {
    const hasId = columns.some((column) => columnId(column) === columnId(RUN_ID));
    const shown = hasId || format === "markdown" ? columns : [RUN_ID, ...columns];
    const rows = "query" in runs ? this.#queried(runs.query, shown) : this.#named(runs.refs, shown);
    return joined(runsText(format, { columns: shown, rows }));
  }

  *#queried(query: TableQuery, columns: readonly Column[]): Generator<readonly Cell[]> {
    const found = this.#select(query);
    if (found === null) return;
    const { rows } = found.selection;
    const ordered = Int32Array.from(found.selection.ordered(query.order), (place) => rows[place] ?? 0);
    yield* cellsOf(found.context, ordered, columns);
  }

  /** Runs that are not there any more are left out. */
  *#named(refs: readonly RunRef[], columns: readonly Column[]): Generator<readonly Cell[]> {
    for (let from = 0; from < refs.length; ) {
      const store = refs[from]?.store ?? "";
      const next = refs.findIndex((ref, i) => i > from && ref.store !== store);
      const to = next < 0 ? refs.length : next;
      const source = this.#sourceOf(store);
      if (source !== null) {
        const { context } = source;
        const rows = refs.slice(from, to).map(({ experiment, run }) => context.table.rowOf(experiment, run));
        yield* cellsOf(context, Int32Array.from(rows.filter((row) => row >= 0)), columns);
      }
      from = to;
    }
  }

  #select(query: Filtered): { context: TableContext; selection: Selection } | null {
    const source = this.#sourceOf(query.store);
    if (source === null) return null;
    return { context: source.context, selection: source.selections.of(source.context, query) };
  }
}

/** Rows whose cells are read together. */
const TOGETHER = 1000;

function* cellsOf(context: TableContext, rows: Int32Array, columns: readonly Column[]): Generator<readonly Cell[]> {
  for (let from = 0; from < rows.length; from += TOGETHER) {
    const some = rows.subarray(from, from + TOGETHER);
    const cells = cellReader(context, some, columns);
    for (let row = 0; row < some.length; row++) yield cells(row);
  }
}

/** One text of all pieces; a file of more than this is for a program of its own. */
function joined(pieces: Iterable<string>): string {
  const parts: string[] = [];
  let size = 0;
  for (const piece of pieces) {
    size += piece.length;
    if (size > TEXT_LIMIT)
      throw new Error("That is more than 200 MB of text: choose fewer columns or filter the runs.");
    parts.push(piece);
  }
  return parts.join("");
}

function noTrend({ metric }: TrendRequest): Trend {
  const none = { refs: [], labels: [], starts: new Float64Array(), values: new Float64Array(), best: null };
  return { metric, goal: "unknown", ...none, group: new Uint32Array(), groups: [], runs: 0 };
}
