import { RUN_STATUSES } from "../model/run.ts";
import { numberTest, textTest } from "../query/comparisonTest.ts";
import type { Comparison, Dialect, Expression } from "../query/expression.ts";
import { QueryFault } from "../query/fault.ts";
import { askedOf } from "../query/runs.ts";
import { metricCell } from "./metricColumn.ts";
import type { Ends, RunTable } from "./table.ts";

type RowTest = (row: number) => boolean;

interface Codes {
  at(index: number): number;
}

/**
 * The rows of which an expression holds, in the order given. The index keeps 2,000 characters of a text: where a
 * comparison looks into longer ones (LIKE, ILIKE, `<`), it looks at these. Throws QueryFault when a
 * comparison with a fault comes to be asked of a row.
 */
export function rowsWhere(table: RunTable, rows: Int32Array, expression: Expression, dialect: Dialect): Int32Array {
  return whereAsked(table, rows, askedOf(expression, dialect), dialect);
}

function whereAsked(table: RunTable, rows: Int32Array, expression: Expression, dialect: Dialect): Int32Array {
  switch (expression.kind) {
    case "comparison":
      return whereComparison(table, rows, expression, dialect);
    case "not":
      return without(rows, whereAsked(table, rows, expression.part, dialect), table.length);
    case "and": {
      let left = rows;
      for (const part of expression.parts) left = whereAsked(table, left, part, dialect);
      return left;
    }
    case "or": {
      let left = rows;
      for (const part of expression.parts) left = without(left, whereAsked(table, left, part, dialect), table.length);
      return without(rows, left, table.length);
    }
  }
}

/** Rows that are not among some of them. */
function without(rows: Int32Array, some: Int32Array, length: number): Int32Array {
  const marks = new Uint8Array(length);
  for (const row of some) marks[row] = 1;
  return rows.filter((row) => !marks[row]);
}

function whereComparison(table: RunTable, rows: Int32Array, comparison: Comparison, dialect: Dialect): Int32Array {
  if (rows.length === 0) return rows;
  if (comparison.fault) throw new QueryFault(comparison.fault);
  return rows.filter(rowTest(table, comparison, dialect));
}

function rowTest(table: RunTable, comparison: Comparison, dialect: Dialect): RowTest {
  const { cells } = table;
  switch (comparison.entity) {
    case "metric":
      return metricTest(table, comparison);
    case "param":
      return keyedTest(table, comparison, dialect, "paramsEnd", cells.paramKey.data, cells.paramValue);
    case "tag":
      return keyedTest(table, comparison, dialect, "tagsEnd", cells.tagKey.data, cells.tagValue);
    case "dataset":
      return datasetTest(table, comparison, dialect);
    case "attribute":
      return attributeTest(table, comparison, dialect);
  }
}

function metricTest(table: RunTable, comparison: Comparison): RowTest {
  const key = table.strings.find(comparison.key);
  const test = numberTest(comparison);
  const { last } = table.cells;
  return (row) => {
    const cell = key < 0 ? -1 : metricCell(table, row, key);
    return cell >= 0 && test(last.at(cell));
  };
}

function keyedTest(
  table: RunTable,
  comparison: Comparison,
  dialect: Dialect,
  ends: Ends,
  keys: Int32Array,
  values: Codes,
): RowTest {
  const key = table.strings.find(comparison.key);
  const isNull = comparison.comparator === "IS NULL";
  const test = codeTest(table, comparison, dialect);
  return (row) => {
    if (key < 0) return isNull;
    const [from, to] = table.range(row, ends);
    for (let cell = from; cell < to; cell++) if (keys[cell] === key) return test(values.at(cell));
    return isNull;
  };
}

/** Whether any of a row's datasets fits. */
function datasetTest(table: RunTable, comparison: Comparison, dialect: Dialect): RowTest {
  const { datasetName, datasetDigest, datasetContext } = table.cells;
  const columns: Readonly<Record<string, Codes>> = {
    name: datasetName,
    digest: datasetDigest,
    context: datasetContext,
  };
  const codes = columns[comparison.key] ?? datasetName;
  const test = codeTest(table, comparison, dialect);
  return (row) => {
    const [from, to] = table.range(row, "datasetsEnd");
    for (let cell = from; cell < to; cell++) {
      const code = codes.at(cell);
      if (code >= 0 && test(code)) return true;
    }
    return false;
  };
}

function attributeTest(table: RunTable, comparison: Comparison, dialect: Dialect): RowTest {
  const { rows } = table;
  const isNumber = numberTest(comparison);
  const isText = textTest(comparison, dialect);
  const test = codeTest(table, comparison, dialect);
  const coded = (codes: Codes): RowTest => {
    return (row) => codes.at(row) >= 0 && test(codes.at(row));
  };
  switch (comparison.key) {
    case "run_id":
      return coded(rows.id);
    case "run_name":
      return coded(rows.name);
    case "user_id":
      return coded(rows.user);
    case "start_time":
      return (row) => !Number.isNaN(rows.start.at(row)) && isNumber(rows.start.at(row));
    case "end_time":
      return (row) => !Number.isNaN(rows.end.at(row)) && isNumber(rows.end.at(row));
    case "status": {
      const fits = RUN_STATUSES.map(isText);
      return (row) => fits[rows.status.at(row)] ?? false;
    }
    case "artifact_uri":
      return (row) => isText(table.artifactUri(row));
    default:
      return () => false;
  }
}

const FITS = 1;
const FAILS = 2;

/** Tests a text by its code, each text once; equality needs to look at none, so that it is exact for texts that are cut. */
function codeTest(table: RunTable, comparison: Comparison, dialect: Dialect): (code: number) => boolean {
  const { strings } = table;
  const isWanted = wantedCodes(table, comparison);
  if (isWanted !== null) return isWanted;
  const test = textTest(comparison, dialect);
  const known = new Uint8Array(strings.size);
  return (code) => {
    const before = known[code];
    if (before) return before === FITS;
    const fits = test(strings.text(code));
    known[code] = fits ? FITS : FAILS;
    return fits;
  };
}

/** What is asked by naming whole texts; null for any other comparison. */
function wantedCodes({ strings }: RunTable, { comparator, value }: Comparison): ((code: number) => boolean) | null {
  const isList = Array.isArray(value);
  if (!isList && typeof value !== "string") return null;
  const wanted = new Set((isList ? (value as readonly string[]) : [value as string]).map((text) => strings.find(text)));
  if (comparator === (isList ? "IN" : "=")) return (code) => wanted.has(code);
  return comparator === (isList ? "NOT IN" : "!=") ? (code) => !wanted.has(code) : null;
}
