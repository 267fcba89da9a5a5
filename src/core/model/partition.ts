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
  const firstOf = firstRows(partition.groups, codes);
  const groups = new Int32Array(rows);
  const sizes = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const first = firstOf(row);
    const group = first === row ? count++ : (groups[first] ?? 0);
    groups[row] = group;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return { groups, count, entropy: entropyOf(sizes.subarray(0, count), rows) };
}

/**
 * To be asked of every row in turn: the first row with the same group and code. A table of rows by hash, with linear
 * probing, at most half full: labels divide thousands of rows by hundreds of columns.
 */
function firstRows(groups: Int32Array, codes: ArrayLike<number>): (row: number) => number {
  const size = 2 ** Math.ceil(Math.log2(groups.length * 2 + 2));
  const mask = size - 1;
  /** 1 more than the row, 0 where there is none. */
  const slots = new Int32Array(size);
  return (row) => {
    const group = groups[row] ?? 0;
    const code = codes[row] ?? -1;
    let slot = (Math.imul(group, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 7;
    for (slot &= mask; ; slot = (slot + 1) & mask) {
      const first = (slots[slot] ?? 0) - 1;
      if (first < 0) {
        slots[slot] = row + 1;
        return row;
      }
      if (groups[first] === group && (codes[first] ?? -1) === code) return first;
    }
  };
}

/** Sums in the order of the sizes, so that the order of the rows cannot change the last digit. */
function entropyOf(sizes: Int32Array, rows: number): number {
  let sum = 0;
  for (const size of sizes.filter((one) => one > 1).sort()) sum += size * Math.log2(size);
  return Math.log2(rows) - sum / rows;
}
