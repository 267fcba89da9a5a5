import { isLive } from "../model/live.ts";
import { RUN_STATUSES, type RunRef, type RunStatus } from "../model/run.ts";
import { shownStatus } from "../model/status.ts";
import type { RunRow, ShownStatus } from "../model/views.ts";
import { metricCell } from "./metricColumn.ts";
import type { Overview } from "./overview.ts";
import type { Ends, RunTable } from "./table.ts";

/** What rows are shown with besides the table. */
export interface RowContext {
  readonly store: string;
  readonly table: RunTable;
  /** The clock, in milliseconds. */
  readonly now: number;
  /** When a file of the run was last seen to change while we watched; null where none was. */
  readonly changed: (row: number) => number | null;
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** A row's status as shown. */
export function statusOfRow({ table, now, changed }: RowContext, row: number): ShownStatus {
  const status: RunStatus = RUN_STATUSES[table.rows.status.at(row)] ?? "RUNNING";
  const live =
    status === "RUNNING" &&
    isLive(
      {
        status,
        start: orNull(table.rows.start.at(row)),
        newestMetric: orNull(table.rows.newest.at(row)),
        changed: changed(row),
      },
      now,
    );
  return shownStatus(status, live, table.isReadable(row));
}

export function refOfRow({ store, table }: RowContext, row: number): RunRef {
  const { rows, strings } = table;
  return { store, experiment: strings.text(rows.experiment.at(row)), run: strings.text(rows.folder.at(row)) };
}

export function runRow(context: RowContext, overview: Overview, row: number): RunRow {
  const { table } = context;
  const { rows, strings } = table;
  const size = (ends: Ends): number => {
    const [from, to] = table.range(row, ends);
    return to - from;
  };
  return {
    ref: refOfRow(context, row),
    id: strings.text(rows.id.at(row)),
    ...overview.label(row),
    name: rows.name.at(row) < 0 ? null : strings.text(rows.name.at(row)),
    status: statusOfRow(context, row),
    lifecycle: table.isDeleted(row) ? "deleted" : "active",
    start: orNull(rows.start.at(row)),
    end: orNull(rows.end.at(row)),
    primary: primaryOf(table, overview, row),
    children: overview.family.children.get(row)?.length ?? 0,
    problems: rows.problems.at(row),
    counts: {
      metrics: size("metricsEnd"),
      params: size("paramsEnd"),
      tags: size("tagsEnd"),
      datasets: size("datasetsEnd"),
      models: rows.models.at(row),
    },
  };
}

function primaryOf(table: RunTable, { primary, best, isContest }: Overview, row: number): RunRow["primary"] {
  if (!primary) return null;
  const cell = metricCell(table, row, table.strings.find(primary.key));
  if (cell < 0) return null;
  const value = table.cells.last.at(cell);
  return { key: primary.key, value, best: isContest && best?.value === value && !table.isDeleted(row) };
}
