/** Where values of several runs are brought together: at every x that any has, or over equal stretches of the axis. */
export interface Grid {
  /** The x themselves, or the middles of the stretches; ascending. */
  readonly x: Float64Array;
  /** The cell of an x; -1 where it lies in none. */
  cellOf(x: number): number;
  readonly isBinned: boolean;
}

const NOWHERE: Grid = { x: new Float64Array(), cellOf: () => -1, isBinned: false };

/** The grid of some ascending lists of x: all of them where they are no more than `most`, else so many equal stretches. */
export function gridOf(lists: readonly Float64Array[], most: number): Grid {
  const different = distinct(lists, most);
  if (different !== null) return exactGrid(different);
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const list of lists) {
    from = Math.min(from, list[0] ?? from);
    to = Math.max(to, list.at(-1) ?? to);
  }
  return most < 1 ? NOWHERE : binnedGrid(from, to, most);
}

/** Every x once, ascending; null where there are more than `most`. */
function distinct(lists: readonly Float64Array[], most: number): Float64Array | null {
  const found = new Set<number>();
  for (const list of lists) {
    for (const x of list) {
      // 0 and -0 are one place.
      found.add(x + 0);
      if (found.size > most) return null;
    }
  }
  return Float64Array.from(found).sort();
}

function exactGrid(x: Float64Array): Grid {
  const cells = new Map(Array.from(x, (place, cell) => [place, cell]));
  return { x, cellOf: (place) => cells.get(place + 0) ?? -1, isBinned: false };
}

function binnedGrid(from: number, to: number, count: number): Grid {
  // Halves first: the width of the whole range of doubles is no double.
  const width = to / count - from / count;
  const x = Float64Array.from({ length: count }, (_, cell) => from + width * (cell + 0.5));
  const cellOf = (place: number): number => {
    if (!(place >= from && place <= to)) return -1;
    return Math.min(count - 1, Math.floor((place - from) / width));
  };
  return { x, cellOf, isBinned: true };
}
