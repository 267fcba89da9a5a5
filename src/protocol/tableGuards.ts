import * as v from "valibot";
import type { Column, TableView } from "../core/model/runsTable.ts";
import type { Guards } from "./channel.ts";
import { args, key, path, runRef } from "./guards.ts";
import type { TableHost } from "./table.ts";
import type { TrendHost } from "./trend.ts";

/** Lines of a page, columns of a request and runs of a command at most. */
const LINES = 2000;
const COLUMNS = 5000;
const RUNS = 100_000;
const FILTER = 1 << 16;

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));

const metricValue = v.picklist(["last", "best", "min", "max", "first", "count"]);

export const column = v.variant("kind", [
  v.strictObject({
    kind: v.literal("attribute"),
    key: v.picklist([
      ...(["label", "id", "status", "start", "end", "duration", "user", "experiment", "parent", "problems"] as const),
    ]),
  }),
  v.strictObject({ kind: v.literal("metric"), key, value: metricValue }),
  v.strictObject({ kind: v.literal("param"), key }),
  v.strictObject({ kind: v.literal("tag"), key }),
]) satisfies v.GenericSchema<unknown, Column>;

const columns = list(column, COLUMNS);
const order = list(v.strictObject({ column, descending: v.boolean() }), 10);
const filter = v.pipe(v.string(), v.maxLength(FILTER));
const lifecycle = v.picklist(["active", "deleted", "all"]);
const grouping = v.union([v.strictObject({ by: v.literal("day") }), v.strictObject({ by: column })]);

export const experiments = v.nullable(list(path, 10_000));

const query = { store: path, experiments, filter, onlyProblems: v.exactOptional(v.boolean()), lifecycle, order };

const request = (lines: number) =>
  v.strictObject({
    ...query,
    grouping: v.nullable(grouping),
    open: list(key, RUNS),
    columns,
    offset: whole(Number.MAX_SAFE_INTEGER),
    limit: whole(lines),
  });

const view = v.strictObject({
  columns: v.nullable(columns),
  pinned: list(key, COLUMNS),
  widths: v.record(key, v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))),
  hideConstant: v.boolean(),
  order,
  grouping: v.nullable(grouping),
  filter,
  onlyProblems: v.exactOptional(v.boolean()),
  lifecycle,
});

const format = v.picklist(["csv", "json", "markdown"]);
const runs = v.union([v.strictObject({ refs: list(runRef, RUNS) }), v.strictObject({ query: v.strictObject(query) })]);

/** What the tab Table may send. */
export const tableHostGuards: Guards<TableHost> = {
  scope: args(),
  columns: args(v.strictObject(query)),
  page: args(request(LINES)),
  runsAt: args(request(RUNS)),
  keys: args(),
  keepView: args(view),
  saveFilter: args(filter),
  saveColumns: args(columns),
  exportRuns: args(runs, columns, format),
  copyRuns: args(runs, columns, format),
};

/** What the tab Trend may send. */
export const trendHostGuards: Guards<TrendHost> = {
  trend: args(
    v.strictObject({ query: v.strictObject(query), metric: key, value: metricValue, group: v.nullable(column) }),
  ),
};

/** A view kept by another session, or another version; null where it is not one of ours. */
export function parseTableView(kept: unknown): TableView | null {
  const result = v.safeParse(view, kept);
  return result.success ? result.output : null;
}
