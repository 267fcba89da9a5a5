/** Rows in groups: rows of one group cannot be told apart by what was looked at so far. */
export interface Partition {
  /** The group of each row, from 0 to count - 1. */
  readonly groups: Int32Array;
  readonly count: number;
  /** In bits: how much is known about a row once its group is; 0 for one group, log2(n) where every row stands alone. */
  readonly entropy: number;
}

/** All rows in one group. */
export function undivided(rows: number): Partition {
  return { groups: new Int32Array(rows), count: rows === 0 ? 0 : 1, entropy: 0 };
}

/** Divides each group by the rows' codes (integers from -1 up). */
export function divide(partition: Partition, codes: ArrayLike<number>): Partition {
  const rows = partition.groups.length;
  const width = greatest(codes, rows) + 2;
  const numbers = new Map<number, number>();
  const groups = new Int32Array(rows);
  const sizes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const key = (partition.groups[row] ?? 0) * width + (codes[row] ?? -1) + 1;
    let group = numbers.get(key);
    if (group === undefined) {
      group = numbers.size;
      numbers.set(key, group);
    }
    groups[row] = group;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return { groups, count: numbers.size, entropy: entropyOf(sizes.subarray(0, numbers.size), rows) };
}

function greatest(codes: ArrayLike<number>, rows: number): number {
  let result = -1;
  for (let row = 0; row < rows; row++) result = Math.max(result, codes[row] ?? -1);
  return result;
}

/** Sums in the order of the sizes, so that the order of the rows cannot change the last digit. */
function entropyOf(sizes: Int32Array, rows: number): number {
  let sum = 0;
  for (const size of sizes.sort()) sum += size * Math.log2(size);
  return Math.log2(rows) - sum / rows;
}
