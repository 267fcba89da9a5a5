import type { Chunk } from "./tasks.ts";

/** Handing a chunk over costs as much as reading a few runs. */
const FEWEST = 16;
/** Towards the end chunks become smaller, so that all who take them end together. */
const SHARE = 8;

/** Work that is cut into chunks as it is taken, the experiments that are shown first. */
export class ChunkQueue {
  readonly #work: readonly Chunk[];
  #at = 0;
  #from = 0;
  #left: number;

  constructor(work: readonly Chunk[], shown: ReadonlySet<string>) {
    const first = work.filter(({ experiment }) => shown.has(experiment));
    const rest = work.filter(({ experiment }) => !shown.has(experiment));
    this.#work = [...first, ...rest];
    this.#left = work.reduce((sum, { runs }) => sum + runs.length, 0);
  }

  /** Runs nobody took yet. */
  get left(): number {
    return this.#left;
  }

  /** The next runs, of one experiment and at most so many; null when none are left. */
  next(most: number): Chunk | null {
    const work = this.#work[this.#at];
    if (!work) return null;
    const count = Math.min(most, Math.max(FEWEST, Math.ceil(this.#left / SHARE)));
    const runs = work.runs.slice(this.#from, this.#from + count);
    this.#from += runs.length;
    this.#left -= runs.length;
    if (this.#from >= work.runs.length) {
      this.#at++;
      this.#from = 0;
    }
    return runs.length > 0 ? { experiment: work.experiment, runs } : this.next(most);
  }
}
