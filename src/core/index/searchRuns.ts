import { RUN_STATUSES } from "../model/run.ts";
import { byCodePoint } from "../model/text.ts";
import type { Dialect } from "../query/expression.ts";
import type { OrderKey as NamedKey } from "../query/orderKey.ts";
import { answerOf, pageOf, type SearchAnswer, type SearchRequest } from "../query/search/page.ts";
import { planRuns } from "../query/search/runPlan.ts";
import { rowsWhere } from "./expressionFilter.ts";
import { lastValues } from "./metricColumn.ts";
import { numberRanks, type OrderKey, orderPlaces, ranksOf } from "./order.ts";
import type { Ends, RunTable } from "./table.ts";

/** Of some rows, those that `search_runs` of MLflow answers, in its order. */
export function searchRows(
  table: RunTable,
  rows: Int32Array,
  request: SearchRequest,
  dialect: Dialect,
): SearchAnswer<number> {
  return answerOf(() => {
    const plan = planRuns(request, dialect, (expression) => rowsWhere(table, rows, expression, dialect));
    const ordered = orderRowsBy(table, plan.rows, plan.keys);
    return pageOf(Array.from(ordered), plan.offset, plan.most);
  });
}

/** The rows in MLflow's order: by the keys in turn, then by start, newest first, then by id. */
export function orderRowsBy(table: RunTable, rows: Int32Array, keys: readonly NamedKey[]): Int32Array {
  const places = orderPlaces(
    table,
    rows,
    keys.map((key) => ({ ...columnOf(table, rows, key), descending: key.descending })),
  );
  return Int32Array.from(places, (place) => rows[place] ?? 0);
}

type Column = Omit<OrderKey, "descending">;

function columnOf(table: RunTable, rows: Int32Array, { entity, key }: NamedKey): Column {
  const { cells } = table;
  switch (entity) {
    case "metric": {
      const { values, missing } = lastValues(table, rows, key);
      return { values, ranks: numberRanks(values, missing) };
    }
    case "param":
      return textColumn(table, keyedCodes(table, rows, key, "paramsEnd", cells.paramKey.data, cells.paramValue.data));
    case "tag":
      return textColumn(table, keyedCodes(table, rows, key, "tagsEnd", cells.tagKey.data, cells.tagValue.data));
    default:
      return attributeColumn(table, rows, key);
  }
}

function attributeColumn(table: RunTable, rows: Int32Array, key: string): Column {
  const columns = table.rows;
  const coded = (codes: { at(row: number): number }): Column =>
    textColumn(
      table,
      rows.map((row) => codes.at(row)),
    );
  const timed = (times: { at(row: number): number }): Column => {
    const values = Float64Array.from(rows, (row) => times.at(row));
    return { values, ranks: ranksOf(values, 2) };
  };
  switch (key) {
    case "run_name":
      return coded(columns.name);
    case "user_id":
      return coded(columns.user);
    case "start_time":
      return timed(columns.start);
    case "end_time":
      return timed(columns.end);
    case "status":
      return placesOf(Array.from(rows, (row) => RUN_STATUSES[columns.status.at(row)] ?? null));
    case "artifact_uri":
      return placesOf(Array.from(rows, (row) => table.artifactUri(row)));
    default:
      return coded(columns.id);
  }
}

/** Codes of a param's or tag's value, one a row; -1 where there is none. */
function keyedCodes(
  table: RunTable,
  rows: Int32Array,
  key: string,
  ends: Ends,
  keys: Int32Array,
  values: Int32Array,
): Int32Array {
  const wanted = table.strings.find(key);
  return rows.map((row) => {
    const [from, to] = wanted < 0 ? [0, 0] : table.range(row, ends);
    for (let cell = from; cell < to; cell++) if (keys[cell] === wanted) return values[cell] ?? -1;
    return -1;
  });
}

function textColumn(table: RunTable, codes: Int32Array): Column {
  return placesOf(Array.from(codes, (code) => (code < 0 ? null : table.strings.text(code))));
}

/** Texts by their place among each other, by code point. */
function placesOf(texts: readonly (string | null)[]): Column {
  const unique = [...new Set(texts)].flatMap((text) => (text === null ? [] : [text])).sort(byCodePoint);
  const places = new Map(unique.map((text, place) => [text, place]));
  return {
    values: Float64Array.from(texts, (text) => (text === null ? 0 : (places.get(text) ?? 0))),
    ranks: Uint8Array.from(texts, (text) => (text === null ? 2 : 0)),
  };
}
