import { RUN_STATUSES } from "../model/run.ts";
import { byText } from "../model/text.ts";
import type { KnownKey, KnownValue, RunKeys } from "../model/views.ts";
import type { Ends, RunTable } from "./table.ts";

const MOST_KEYS = 2000;
const MOST_VALUES = 20;
const VALUE_SHOWN = 200;

export const NO_KEYS: RunKeys = { metrics: [], params: [], tags: [], attributes: [], datasets: [] };

type Counts = Map<number, number>;

const count = (counts: Counts, code: number): void => {
  counts.set(code, (counts.get(code) ?? 0) + 1);
};

/** Keys and frequent values of some rows, in as many parts as they come in. */
export function keysOfRows(table: RunTable, parts: readonly Int32Array[]): RunKeys {
  return {
    metrics: metricKeys(table, parts),
    params: textKeys(table, parts, "paramsEnd", table.cells.paramKey, table.cells.paramValue),
    tags: textKeys(table, parts, "tagsEnd", table.cells.tagKey, table.cells.tagValue),
    attributes: attributes(table, parts),
    datasets: datasets(table, parts),
  };
}

interface Codes {
  at(cell: number): number;
}

function metricKeys(table: RunTable, parts: readonly Int32Array[]): KnownKey[] {
  const counts: Counts = new Map();
  eachCell(table, parts, "metricsEnd", (cell) => count(counts, table.cells.metricKey.at(cell)));
  return mostFrequent(table, counts, MOST_KEYS).map(({ value, runs }) => ({ key: value, runs, values: [] }));
}

function textKeys(
  table: RunTable,
  parts: readonly Int32Array[],
  ends: "paramsEnd" | "tagsEnd",
  keys: Codes,
  values: Codes,
): KnownKey[] {
  const counts: Counts = new Map();
  const valueCounts = new Map<number, Counts>();
  eachCell(table, parts, ends, (cell) => {
    const key = keys.at(cell);
    count(counts, key);
    const known = valueCounts.get(key);
    if (known) count(known, values.at(cell));
    else valueCounts.set(key, new Map([[values.at(cell), 1]]));
  });
  return mostFrequent(table, counts, MOST_KEYS).map(({ value: key, runs }) => ({
    key,
    runs,
    values: frequentValues(table, valueCounts.get(table.strings.find(key)) ?? new Map()),
  }));
}

function attributes(table: RunTable, parts: readonly Int32Array[]): KnownKey[] {
  const { rows } = table;
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const texts = (key: string, codes: Codes): KnownKey => {
    const counts: Counts = new Map();
    for (const part of parts) for (const row of part) if (codes.at(row) >= 0) count(counts, codes.at(row));
    return { key, runs: sum(counts), values: frequentValues(table, counts) };
  };
  const times = (key: string, column: Codes): KnownKey => {
    const runs = parts.reduce((sum, part) => sum + part.filter((row) => !Number.isNaN(column.at(row))).length, 0);
    return { key, runs, values: [] };
  };
  const known = [
    { key: "run_id", runs: total, values: [] },
    texts("run_name", rows.name),
    { key: "status", runs: total, values: statuses(table, parts) },
    times("start_time", rows.start),
    times("end_time", rows.end),
    texts("user_id", rows.user),
  ];
  return known.filter(({ runs }) => runs > 0);
}

/** Runs are counted, not datasets: one that has a text twice counts once. */
function datasets(table: RunTable, parts: readonly Int32Array[]): KnownKey[] {
  const { datasetName, datasetDigest, datasetContext } = table.cells;
  const known = [
    { key: "name", codes: datasetName },
    { key: "digest", codes: datasetDigest },
    { key: "context", codes: datasetContext },
  ].map(({ key, codes }) => {
    const counts: Counts = new Map();
    let runs = 0;
    eachRow(table, parts, "datasetsEnd", (cells) => {
      const own = new Set(cells.map((cell) => codes.at(cell)).filter((code) => code >= 0));
      for (const code of own) count(counts, code);
      if (own.size > 0) runs++;
    });
    return { key, runs, values: frequentValues(table, counts) };
  });
  return known.filter(({ runs }) => runs > 0);
}

function statuses(table: RunTable, parts: readonly Int32Array[]): KnownValue[] {
  const counts = RUN_STATUSES.map((value) => ({ value, runs: 0 }));
  for (const part of parts) {
    for (const row of part) {
      const counted = counts[table.rows.status.at(row)];
      if (counted) counted.runs++;
    }
  }
  return counts.filter(({ runs }) => runs > 0).sort((a, b) => b.runs - a.runs);
}

function eachCell(
  table: RunTable,
  parts: readonly Int32Array[],
  ends: "paramsEnd" | "tagsEnd" | "metricsEnd",
  visit: (cell: number) => void,
): void {
  for (const part of parts) {
    for (const row of part) {
      const [from, to] = table.range(row, ends);
      for (let cell = from; cell < to; cell++) visit(cell);
    }
  }
}

function eachRow(
  table: RunTable,
  parts: readonly Int32Array[],
  ends: Ends,
  visit: (cells: readonly number[]) => void,
): void {
  for (const part of parts) {
    for (const row of part) {
      const [from, to] = table.range(row, ends);
      if (to > from) visit(Array.from({ length: to - from }, (_, i) => from + i));
    }
  }
}

function mostFrequent(table: RunTable, counts: Counts, most: number): KnownValue[] {
  return [...counts]
    .map(([code, runs]) => ({ value: table.strings.text(code), runs }))
    .sort((a, b) => b.runs - a.runs || byText(a.value, b.value))
    .slice(0, most);
}

/** A value that is too long to be chosen from a list is left out: cut, it would find nothing. */
function frequentValues(table: RunTable, counts: Counts): KnownValue[] {
  const short = [...counts].filter(([code]) => table.strings.text(code).length <= VALUE_SHOWN);
  return mostFrequent(table, new Map(short), MOST_VALUES);
}

const sum = (counts: Counts): number => [...counts.values()].reduce((total, runs) => total + runs, 0);
