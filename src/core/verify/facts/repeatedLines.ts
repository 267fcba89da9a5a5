/** Lines of a text equal to an earlier one: the first few, and how many in all. */
export interface RepeatedLines {
  readonly first: readonly { readonly line: number; readonly of: number }[];
  readonly count: number;
}

export const NO_REPEATS: RepeatedLines = { first: [], count: 0 };

const RETURN = 13;

/**
 * Lines that were seen, compared by their bytes: exact, however many there are, and with no text made of any. Line ends
 * count for nothing.
 */
export class LineSet {
  readonly #data: Uint8Array;
  readonly #most: number;
  readonly #first: { line: number; of: number }[] = [];
  #count = 0;
  /** Of each line kept: its number and where it begins and ends. */
  #lines = new Int32Array(3 * 32);
  #used = 0;
  /** Places in `#lines` by hash, plus one; 0 is free. */
  #table = new Int32Array(128);

  /** `most`: so many repeats are told one by one. */
  constructor(data: Uint8Array, most: number) {
    this.#data = data;
    this.#most = most;
  }

  add(line: number, from: number, stop: number): void {
    const end = stop > from && this.#data[stop - 1] === RETURN ? stop - 1 : stop;
    const slot = this.#slot(from, end);
    const known = (this.#table[slot] ?? 0) - 1;
    if (known >= 0) this.#repeat(line, this.#lines[known] ?? 0);
    else this.#keep(slot, line, from, end);
  }

  repeats(): RepeatedLines {
    return { first: this.#first, count: this.#count };
  }

  #repeat(line: number, of: number): void {
    this.#count++;
    if (this.#first.length < this.#most) this.#first.push({ line, of });
  }

  #keep(slot: number, line: number, from: number, end: number): void {
    if (this.#used === this.#lines.length) this.#lines = grown(this.#lines);
    this.#lines.set([line, from, end], this.#used);
    this.#used += 3;
    this.#table[slot] = this.#used - 2;
    if ((this.#used / 3) * 2 > this.#table.length) this.#spread();
  }

  /** Where a line stands in the table, or where it would. */
  #slot(from: number, end: number): number {
    const mask = this.#table.length - 1;
    let slot = this.#hash(from, end) & mask;
    for (let at = (this.#table[slot] ?? 0) - 1; at >= 0 && !this.#isSame(at, from, end); ) {
      slot = (slot + 1) & mask;
      at = (this.#table[slot] ?? 0) - 1;
    }
    return slot;
  }

  /** A table of twice the room. */
  #spread(): void {
    this.#table = new Int32Array(this.#table.length * 2);
    for (let at = 0; at < this.#used; at += 3) {
      this.#table[this.#slot(this.#lines[at + 1] ?? 0, this.#lines[at + 2] ?? 0)] = at + 1;
    }
  }

  /** Fowler, Noll and Vo's, with its bits mixed once more. */
  #hash(from: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < end; i++) hash = Math.imul(hash ^ (this.#data[i] ?? 0), 0x01000193);
    return hash ^ (hash >>> 15);
  }

  #isSame(at: number, from: number, end: number): boolean {
    const other = this.#lines[at + 1] ?? 0;
    if ((this.#lines[at + 2] ?? 0) - other !== end - from) return false;
    for (let i = from, j = other; i < end; i++, j++) if (this.#data[i] !== this.#data[j]) return false;
    return true;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
