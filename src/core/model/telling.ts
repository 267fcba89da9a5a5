import { type CodedColumn, codeParams, columnsOf } from "./codedParams.ts";
import { divide, type Partition, undivided } from "./partition.ts";
import { byText, type KeyValue } from "./text.ts";

/** How many params a label shows beside a run. */
export const TELLING = 2;

/**
 * The params that tell runs from their siblings, most telling first, `limit` at most. Those whose values differ, but not
 * from run to run, come first: the one with the greatest entropy (then by name), then whichever divides what is left
 * best. Those whose values are all distinct (a seed, a path, a date) serve only where no other divides any further. Slots
 * then still free go to others that differ, by their own entropy. A missing param counts as a value of its own.
 */
export function tellingColumns(
  rows: number,
  columns: Iterable<CodedColumn>,
  limit: number = TELLING,
): readonly CodedColumn[] {
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
  return chosen;
}

/** All that differ, each by what it tells alone. */
export function rankedColumns(rows: number, columns: Iterable<CodedColumn>): readonly CodedColumn[] {
  const { ordinary, distinct } = measured(rows, columns);
  return [...ordinary, ...distinct];
}

/** The keys of the params that tell runs apart, from the params as they are. */
export function tellingParams(
  siblings: readonly { readonly params: readonly KeyValue[] }[],
  limit: number = TELLING,
): readonly string[] {
  const columns = columnsOf([...siblings.keys()], codeParams(siblings));
  return tellingColumns(siblings.length, columns, limit).map(({ key }) => key);
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

/** Names of what is different in every run by nature (1, else 0): chosen last among those whose values are all distinct. */
export function incidental(key: string): number {
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
