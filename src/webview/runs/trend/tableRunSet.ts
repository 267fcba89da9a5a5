import { columnOfCells } from "../../../core/compare/manyRuns/columns.ts";
import type { Cell, Column, ColumnProfile, TableQuery, TableRequest } from "../../../core/model/runsTable.ts";
import type { PrimaryMetric, RunRow } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { type RunSet, varies } from "../charts/many/runSet.ts";
import type { Asking } from "../context.ts";

/** Runs that are drawn at most, so many asked for at a time, and columns of them. */
const MOST_RUNS = 10_000;
const AT_ONCE = 2000;
const MOST_COLUMNS = 60;
/** As in a comparison; each run has an id and a label of its own. */
const ATTRIBUTES: readonly string[] = ["start", "duration", "status", "user", "experiment"];

type Drawn = Exclude<Column, { kind: "tag" }>;

export interface TableRunSet {
  readonly runs: RunSet;
  /** Runs that match. */
  readonly total: number;
}

/** The runs of a table as columns, for charts of many runs: the newest, in ranges, and of their columns those that differ. */
export async function tableRunSet(
  host: Asking,
  query: TableQuery,
  primary: PrimaryMetric | null,
): Promise<TableRunSet> {
  const columns = drawnColumns(await host.ask("columns", query));
  const rows: RunRow[] = [];
  const cells: (readonly Cell[])[] = [];
  let total = 0;
  for (let offset = 0; offset < MOST_RUNS; offset += AT_ONCE) {
    const request: TableRequest = { ...query, grouping: null, open: [], columns, offset, limit: AT_ONCE };
    const page = await host.ask("page", request);
    total = page.runs;
    for (const line of page.lines) {
      if (line.kind !== "run") continue;
      rows.push(line.row);
      cells.push(line.cells);
    }
    if (offset + AT_ONCE >= page.total) break;
  }
  const runs: RunSet = {
    refs: rows.map(({ ref }) => ref),
    labels: rows.map(({ label }) => visibleText(label)),
    looks: null,
    columns: columns
      .map(({ kind, key }, at) =>
        columnOfCells(
          kind,
          key,
          cells.map((row) => row[at] ?? null),
        ),
      )
      .filter(varies),
    primary,
  };
  return { runs, total };
}

function drawnColumns(profiles: readonly ColumnProfile[]): readonly Drawn[] {
  const columns = profiles.flatMap(({ column, constant }) =>
    constant || column.kind === "tag" || (column.kind === "attribute" && !ATTRIBUTES.includes(column.key))
      ? []
      : [column],
  );
  return columns.slice(0, MOST_COLUMNS);
}
