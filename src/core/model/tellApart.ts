import { type CodedColumn, type CodedParams, columnsOf, type Runs } from "./codedParams.ts";
import { rankedColumns, TELLING, tellingColumns } from "./telling.ts";
import type { KeyValue } from "./text.ts";

/** Stands for the value of the most telling param in a run that has none of those shown. */
const MISSING = "–";
/** Runs alike after so many rounds, of two params each, stay alike. */
const ROUNDS = 12;

/**
 * For each run the params that tell it from the others, most telling first. Runs still alike after two are told apart by
 * two more of their own, so that runs of different models need not have the same params. A run has none where nothing
 * differs, and the same as another only where no param differs or both have `enough`.
 */
export function tellApart(
  runs: Runs,
  params: CodedParams,
  enough = Number.POSITIVE_INFINITY,
): ReadonlyMap<number, readonly KeyValue[]> {
  const shown = new Map<number, KeyValue[]>();
  let groups: readonly Runs[] = [runs];
  for (let round = 0; round < ROUNDS && groups.length > 0; round++) {
    const alike = groups.flatMap((group) => divided(group, params, shown));
    groups = alike.filter(([run = -1]) => (shown.get(run)?.length ?? 0) < enough);
  }
  return shown;
}

/** Adds two params at most to what is shown of each run; the groups of those that are alike in them. */
function divided(runs: Runs, params: CodedParams, shown: Map<number, KeyValue[]>): Runs[] {
  const columns = columnsOf(runs, params);
  const telling = tellingColumns(runs.length, columns);
  if (telling.length === 0) return [];
  const alike: Runs[] = [];
  for (const rows of rowsByCodes(runs.length, telling)) {
    const group = rows.flatMap((row) => runs[row] ?? []);
    const isAlone = group.length === 1;
    const own = paramsAt(rows[0] ?? 0, telling, params);
    for (const [i, run] of group.entries()) {
      const before = shown.get(run) ?? [];
      const silent = isAlone && before.length + own.length === 0;
      shown.set(run, [...before, ...(silent ? otherwise(rows[i] ?? 0, columns, params) : own)]);
    }
    if (!isAlone) alike.push(group);
  }
  return alike;
}

/** Of a run that has none of the params chosen: the most telling that it has, else that the most telling is missing. */
function otherwise(row: number, columns: readonly CodedColumn[], params: CodedParams): readonly KeyValue[] {
  const ranked = rankedColumns(columns[0]?.codes.length ?? 0, columns);
  const [own] = paramsAt(row, ranked, params);
  return own ? [own] : ranked.slice(0, 1).map(({ key }) => ({ key, value: MISSING }));
}

function rowsByCodes(count: number, columns: readonly CodedColumn[]): Iterable<number[]> {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < count; row++) {
    const key = columns.map(({ codes }) => codes[row]).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups.values();
}

function paramsAt(row: number, columns: readonly CodedColumn[], params: CodedParams): readonly KeyValue[] {
  return columns.flatMap(({ key, codes }) => {
    const code = codes[row] ?? -1;
    return code < 0 ? [] : { key, value: params.value(code) };
  });
}

/** What is dimmed beside a label: the first of what tells a run apart that the label does not say. */
export function besideLabel(telling: readonly KeyValue[], said: readonly KeyValue[]): readonly KeyValue[] {
  return telling.slice(0, TELLING).filter(({ key }) => said.every((param) => param.key !== key));
}
