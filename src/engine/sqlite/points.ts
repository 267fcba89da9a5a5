import type { MetricHistory, MetricPoint } from "../../core/model/metric.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import { readByRun } from "./byRun.ts";
import { type Cell, note, numberOrNull, text } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { type Draft, intoDrafts, type Points } from "./draft.ts";
import type { Table } from "./schema.ts";

/** Points kept a run; 24 bytes each. */
const MOST_POINTS = 5_000_000;

/** So many rows of a run and more are handed over one by one, for memory. */
export const MANY_POINTS = 200_000;

const columnsOf = (table: Table): string[] => [
  table.text("key"),
  table.plain("value"),
  table.plain("timestamp"),
  table.plain("step"),
  table.plain("is_nan"),
];

/** Adds the last point of every metric to the runs; false where the schema has no such table (before 1.1). */
export function readLastPoints(connection: Connection, drafts: readonly Draft[], ids: readonly string[]): boolean {
  const table = connection.schema.get("latest_metrics");
  if (!table?.has("run_uuid")) return false;
  const sink = intoDrafts(drafts, table.name, (draft, row) => {
    const key = keyOf(row[1], draft.problems);
    draft.last.push({ key, ...pointOf(row[2], row[3], row[4], row[5], draft.problems, key) });
  });
  readByRun(connection, { table, run: "run_uuid", columns: columnsOf(table) }, ids, sink);
  return true;
}

/** Adds every point to the runs, or those of some metrics. */
export function readPoints(
  connection: Connection,
  drafts: readonly Draft[],
  ids: readonly string[],
  keys: readonly string[] | null = null,
): void {
  const counts = new Map<Draft, number>();
  eachPoint(connection, drafts, ids, keys, (draft, key, point) => {
    const count = (counts.get(draft) ?? 0) + 1;
    counts.set(draft, count);
    if (count <= MOST_POINTS) addPoint(draft, key, point);
  });
  for (const [draft, count] of counts) noteExcess(draft.problems, count);
}

/** Hands on every point of the runs, or those of some metrics, as the rows come. */
export function eachPoint(
  connection: Connection,
  drafts: readonly Draft[],
  ids: readonly string[],
  keys: readonly string[] | null,
  take: (draft: Draft, key: string, point: MetricPoint) => void,
): void {
  const table = connection.schema.get("metrics");
  if (!table?.has("run_uuid")) return;
  const sink = intoDrafts(drafts, table.name, (draft, row) => {
    const key = keyOf(row[1], draft.problems);
    take(draft, key, pointOf(row[2], row[3], row[4], row[5], draft.problems, key));
  });
  const among = keys === null ? {} : { among: { column: "key", texts: keys } };
  const rows = { table, run: "run_uuid", columns: columnsOf(table), ...among };
  readByRun(connection, ids.length === 1 ? { ...rows, streamed: true } : rows, ids, sink);
}

function noteExcess(problems: Problem[], count: number): void {
  if (count <= MOST_POINTS) return;
  note(problems, problem("limit", "", `The run has ${count} points; the first ${MOST_POINTS} are read.`));
}

const keyOf = (cell: Cell | undefined, problems: Problem[]): string =>
  typeof cell === "string" ? cell : text(cell, { problems, about: "the key of a metric" });

/** NaN is kept as 0 with is_nan 1, before 1.0 as NULL. Infinities are +-1.797e308, and stay so as MLflow answers them. */
function pointOf(
  value: Cell | undefined,
  timestamp: Cell | undefined,
  step: Cell | undefined,
  isNan: Cell | undefined,
  problems: Problem[],
  key: string,
): MetricPoint {
  const number = (cell: Cell | undefined): number | null =>
    typeof cell === "number" ? cell : numberOrNull(cell, { problems, about: `metric "${key.slice(0, 80)}"` });
  const nan = isNan !== null && isNan !== undefined && Number(isNan) === 1;
  return {
    value: nan ? Number.NaN : (number(value) ?? Number.NaN),
    timestamp: number(timestamp) ?? 0,
    step: number(step) ?? 0,
  };
}

function addPoint(draft: Draft, key: string, point: MetricPoint): void {
  let points = draft.points.get(key);
  if (points === undefined) {
    points = { values: [], timestamps: [], steps: [] };
    draft.points.set(key, points);
  }
  points.values.push(point.value);
  points.timestamps.push(point.timestamp);
  points.steps.push(point.step);
}

/** As MLflow answers a history: by timestamp, then step, then value, with NaN (kept as 0) in the place of 0. */
export function toHistory(key: string, points: Points): MetricHistory {
  const { values, timestamps, steps } = points;
  const order = (i: number, j: number): number =>
    (timestamps[i] ?? 0) - (timestamps[j] ?? 0) ||
    (steps[i] ?? 0) - (steps[j] ?? 0) ||
    (values[i] || 0) - (values[j] || 0) ||
    Number(Number.isNaN(values[i])) - Number(Number.isNaN(values[j]));
  let sorted = true;
  for (let i = 1; i < values.length && sorted; i++) sorted = order(i - 1, i) <= 0;
  const places = sorted ? null : Array.from(values.keys()).sort(order);
  const column = (list: number[]): Float64Array =>
    places === null ? Float64Array.from(list) : Float64Array.from(places, (i) => list[i] ?? Number.NaN);
  return { key, values: column(values), timestamps: column(timestamps), steps: column(steps) };
}
