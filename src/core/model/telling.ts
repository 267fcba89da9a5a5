import { divide, type Partition, undivided } from "./partition.ts";
import { byText, type KeyValue } from "./text.ts";

/** One param over a run's siblings: equal codes are equal values, -1 is a run without it. */
export interface CodedColumn {
  readonly key: string;
  readonly codes: ArrayLike<number>;
}

/** How many params a label shows beside a run. */
export const TELLING = 2;
/** A limit for `tellingOf`: more than are shown, because runs of different models do not have the same params. */
export const RANKED = 4;

/**
 * The params that tell runs from their siblings, most telling first, `limit` at most. Those whose values differ, but not
 * from run to run, come first: the one with the greatest entropy (then by name), then whichever divides what is left
 * best. Those whose values are all distinct (a seed, a path, a date) serve only where no other divides any further. Slots
 * then still free go to others that differ, by their own entropy. A missing param counts as a value of its own.
 */
export function tellingKeys(rows: number, columns: Iterable<CodedColumn>, limit: number = TELLING): readonly string[] {
  const { ordinary, distinct } = measured(rows, columns);
  const chosen: Measured[] = [];
  let known = undivided(rows);
  while (chosen.length < limit && known.count < rows) {
    const next = bestDivision(known, ordinary, chosen) ?? bestDivision(known, distinct, chosen);
    if (next === null) break;
    chosen.push(next.column);
    known = next.partition;
  }
  for (const column of ordinary.length > 0 ? ordinary : distinct) {
    if (chosen.length >= Math.min(limit, TELLING)) break;
    if (!chosen.includes(column)) chosen.push(column);
  }
  return chosen.map(({ key }) => key);
}

/** The same from the params as they are. */
export function tellingParams(
  siblings: readonly { readonly params: readonly KeyValue[] }[],
  limit: number = TELLING,
): readonly string[] {
  return tellingKeys(siblings.length, codedParams(siblings), limit);
}

/** What a label shows of one run: the first of these params that it has, two at most. */
export function tellingOf(params: readonly KeyValue[], keys: readonly string[]): readonly KeyValue[] {
  return keys.flatMap((key) => params.find((param) => param.key === key) ?? []).slice(0, TELLING);
}

interface Measured extends CodedColumn {
  readonly entropy: number;
}

function measured(rows: number, columns: Iterable<CodedColumn>): { ordinary: Measured[]; distinct: Measured[] } {
  const ordinary: Measured[] = [];
  const distinct: Measured[] = [];
  for (const { key, codes } of columns) {
    const { count, entropy } = divide(undivided(rows), codes);
    if (count < 2) continue;
    const missing = missingIn(codes, rows);
    const values = missing > 0 ? count - 1 : count;
    (values > 1 && values === rows - missing ? distinct : ordinary).push({ key, codes, entropy });
  }
  ordinary.sort((a, b) => b.entropy - a.entropy || byText(a.key, b.key));
  distinct.sort((a, b) => b.entropy - a.entropy || incidental(a.key) - incidental(b.key) || byText(a.key, b.key));
  return { ordinary, distinct };
}

function missingIn(codes: ArrayLike<number>, rows: number): number {
  let missing = 0;
  for (let row = 0; row < rows; row++) if ((codes[row] ?? -1) < 0) missing++;
  return missing;
}

/** Names of what is different in every run by nature: chosen last among those whose values are all distinct. */
function incidental(key: string): number {
  return /seed|random_?state|path|dir|folder|file|date|time|uri|url|uuid|(^|_)id$/i.test(key) ? 1 : 0;
}

const GAIN = 1e-9;

/** The column that leaves the most entropy, of those that add any; columns come sorted, so ties go to the first. */
function bestDivision(
  known: Partition,
  columns: readonly Measured[],
  chosen: readonly Measured[],
): { column: Measured; partition: Partition } | null {
  let best: { column: Measured; partition: Partition } | null = null;
  for (const column of columns) {
    const needed = (best?.partition.entropy ?? known.entropy) + GAIN;
    // Sorted by entropy: nothing further on can add more than this one does at most.
    if (known.entropy + column.entropy <= needed) break;
    if (chosen.includes(column)) continue;
    const partition = divide(known, column.codes);
    if (partition.entropy > needed) best = { column, partition };
  }
  return best;
}

function codedParams(siblings: readonly { readonly params: readonly KeyValue[] }[]): Iterable<CodedColumn> {
  const columns = new Map<string, { key: string; codes: Int32Array; values: Map<string, number> }>();
  for (const [row, { params }] of siblings.entries()) {
    for (const { key, value } of params) {
      let column = columns.get(key);
      if (column === undefined) {
        column = { key, codes: new Int32Array(siblings.length).fill(-1), values: new Map() };
        columns.set(key, column);
      }
      let code = column.values.get(value);
      if (code === undefined) {
        code = column.values.size;
        column.values.set(value, code);
      }
      column.codes[row] = code;
    }
  }
  return columns.values();
}
