/** Runs nested below others, within one experiment, as row numbers. */
export interface Family {
  /** Rows whose parent is not among the rows, in the order given. */
  readonly roots: readonly number[];
  /** Rows directly below a row. */
  readonly children: ReadonlyMap<number, readonly number[]>;
}

/**
 * Nests rows by parent. `ids` and `parents` give codes of a row's id and its parent's id, -1 for no parent. A run whose
 * parent is not here is a root, and so is one run of a loop: nobody is lost.
 */
export function familyOf(
  rows: ArrayLike<number>,
  ids: (row: number) => number,
  parents: (row: number) => number,
): Family {
  const all = Array.from(rows);
  const parentOf = foundParents(all, ids, parents);
  breakLoops(parentOf);
  const roots: number[] = [];
  const children = new Map<number, number[]>();
  for (const row of all) {
    const parent = parentOf.get(row);
    const siblings = parent === undefined ? roots : children.get(parent);
    if (siblings) siblings.push(row);
    else if (parent !== undefined) children.set(parent, [row]);
  }
  return { roots, children };
}

function foundParents(
  rows: readonly number[],
  ids: (row: number) => number,
  parents: (row: number) => number,
): Map<number, number> {
  const byId = new Map(rows.map((row) => [ids(row), row]));
  const parentOf = new Map<number, number>();
  for (const row of rows) {
    const found = byId.get(parents(row));
    if (found !== undefined && found !== row) parentOf.set(row, found);
  }
  return parentOf;
}

/** Follows every chain once; a row that is met again in its own chain loses its parent. */
function breakLoops(parentOf: Map<number, number>): void {
  const settled = new Set<number>();
  for (const start of [...parentOf.keys()]) {
    const chain = new Set<number>();
    let row: number | undefined = start;
    while (row !== undefined && !settled.has(row)) {
      if (chain.has(row)) {
        parentOf.delete(row);
        break;
      }
      chain.add(row);
      row = parentOf.get(row);
    }
    for (const member of chain) settled.add(member);
  }
}
