import type { PointSink } from "../../core/files/metricPoints.ts";
import { type MetricHistory, type MetricSummary, summarise } from "../../core/model/metric.ts";
import type { RunDetail, RunRecord } from "../../core/model/run.ts";
import { byText, textOf } from "../../core/model/text.ts";
import type { Connection } from "./connection.ts";
import type { Draft, LastPoint } from "./draft.ts";
import { readInputs } from "./inputs.ts";
import { sortByKey } from "./keyValues.ts";
import { eachPoint, MANY_POINTS, readLastPoints, readPoints, toHistory } from "./points.ts";
import { readRuns } from "./runs.ts";
import { readTexts } from "./texts.ts";

/** Tables of metrics up to so many rows are read whole at once, with counts, firsts and extremes. */
const SMALL = 200_000;
const SMALL_FILE = 64 << 20;

/** Runs without their points. Where table `metrics` is large it is not touched, and metrics are not counted yet. */
export function readRecords(connection: Connection, experiment: string, ids: readonly string[]): RunRecord[] {
  const { drafts, found } = readDrafts(connection, experiment, ids);
  const hasLast = readLastPoints(connection, drafts, found);
  if (hasLast && !isSmall(connection)) return drafts.map((draft) => toRecord(draft, null));
  if (hasLast || found.length === 1) readPoints(connection, drafts, found);
  else for (const [i, draft] of drafts.entries()) readPoints(connection, [draft], found.slice(i, i + 1));
  return drafts.map((draft) => toRecord(draft, historyOf(draft)));
}

/** The first of these runs in full, as many as memory allows at a time, at least one; and how many were asked for. */
export function readDetails(
  connection: Connection,
  experiment: string,
  ids: readonly string[],
): { readonly details: RunDetail[]; readonly taken: number } {
  const taken = affordable(connection, ids);
  const { drafts, found } = readDrafts(connection, experiment, ids.slice(0, taken));
  readLastPoints(connection, drafts, found);
  readPoints(connection, drafts, found);
  const details = drafts.map((draft) => {
    const history = historyOf(draft);
    return { ...toRecord(draft, history), history };
  });
  return { details, taken };
}

/** Every point of some metrics of one run. */
export function readHistory(
  connection: Connection,
  experiment: string,
  id: string,
  keys: readonly string[],
): MetricHistory[] {
  const drafts = readRuns(connection, experiment, [id]);
  readPoints(
    connection,
    drafts,
    drafts.map(({ info }) => info.id),
    keys,
  );
  return drafts.flatMap(historyOf);
}

/** Every point of some metrics of one run, handed on row by row. */
export function handOnPoints(
  connection: Connection,
  { experiment, run, keys }: { readonly experiment: string; readonly run: string; readonly keys: readonly string[] },
  sinkOf: (key: string) => PointSink,
): void {
  const drafts = readRuns(connection, experiment, [run]);
  const ids = drafts.map(({ info }) => info.id);
  const sinks = new Map<string, PointSink>();
  eachPoint(connection, drafts, ids, keys, (_, key, { timestamp, value, step }) => {
    const sink = sinks.get(key) ?? sinkOf(key);
    sinks.set(key, sink);
    sink.add(timestamp, value, step);
  });
}

function readDrafts(connection: Connection, experiment: string, ids: readonly string[]) {
  const drafts = readRuns(connection, experiment, ids);
  const found = drafts.map((draft) => draft.info.id);
  readTexts(connection, drafts, found);
  readInputs(connection, drafts, found);
  return { drafts, found };
}

/** The highest row number costs nothing to find; where it is damaged, the file's size must do. */
function isSmall(connection: Connection): boolean {
  const table = connection.schema.get("metrics");
  if (table === undefined) return true;
  const { rows, error } = connection.rows(`SELECT max(rowid) AS c0 FROM "${table.name}"`);
  if (error === null) return Number(rows[0]?.[0] ?? 0) <= SMALL;
  const size = connection.rows("SELECT page_count * page_size AS c0 FROM pragma_page_count, pragma_page_size");
  return Number(size.rows[0]?.[0] ?? 0) <= SMALL_FILE;
}

function affordable(connection: Connection, ids: readonly string[]): number {
  const table = connection.schema.get("metrics");
  if (!table?.isIndexed("run_uuid")) return Math.min(ids.length, 50);
  const count = `(SELECT count(*) FROM "${table.name}" AS t WHERE t.run_uuid = j.value)`;
  const { rows } = connection.rows(`SELECT ${count} AS c0 FROM json_each(?) AS j`, JSON.stringify(ids));
  let taken = 0;
  let points = 0;
  while (taken < ids.length && points <= MANY_POINTS) points += Number(rows[taken++]?.[0] ?? MANY_POINTS);
  return points > MANY_POINTS ? Math.max(1, taken - 1) : taken;
}

function historyOf(draft: Draft): MetricHistory[] {
  return [...draft.points].map(([key, points]) => toHistory(key, points)).sort((a, b) => byText(a.key, b.key));
}

function toRecord(draft: Draft, history: readonly MetricHistory[] | null): RunRecord {
  const { info, params, tags, modelInputs, modelOutputs, datasets, problems } = draft;
  return {
    info: info.name === null ? { ...info, name: textOf(tags, "mlflow.runName") || null } : info,
    params: sortByKey(params),
    tags: sortByKey(tags),
    metrics: sortByKey(history === null ? draft.last.map(uncounted) : summaries(draft.last, history)),
    modelInputs,
    modelOutputs,
    datasets,
    problems,
  };
}

function uncounted({ key, value, timestamp, step }: LastPoint): MetricSummary {
  return { key, last: { value, timestamp, step }, first: value, min: value, max: value, count: -1 };
}

/** What latest_metrics says is the last point, as in MLflow; where it says nothing, it is found. */
function summaries(last: readonly LastPoint[], history: readonly MetricHistory[]): MetricSummary[] {
  const said = new Map(last.map((point) => [point.key, point]));
  const found: MetricSummary[] = [];
  for (const points of history) {
    const summary = summarise(points);
    const latest = said.get(points.key);
    said.delete(points.key);
    if (summary) found.push(latest ? { ...summary, last: uncounted(latest).last } : summary);
  }
  return [...found, ...[...said.values()].map((point) => ({ ...uncounted(point), count: 0 }))];
}
