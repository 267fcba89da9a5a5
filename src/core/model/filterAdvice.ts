/** What may be written next into a filter box, in the place of `[from, to)`. */
export interface FilterStep {
  readonly label: string;
  /** The whole text as it then is. */
  readonly text: string;
  /** How many runs have it; null where that is not asked of runs. */
  readonly runs: number | null;
}

/** What a filter box can say of its text. */
export interface FilterAdvice {
  /** Why it is not understood; null where it is. Places in UTF-16 units. */
  readonly problem: {
    readonly reason: string;
    readonly from: number;
    readonly to: number;
    /** The whole text as it was likely meant; null where nobody knows. */
    readonly meant: string | null;
  } | null;
  /** A key in it that no run has, or what is too much to be looked at, in one sentence; empty where all is known. */
  readonly unknown: string;
  readonly steps: readonly FilterStep[];
  /** Active runs that it finds, and of how many; null where it is not understood. */
  readonly found: number | null;
  readonly all: number;
}
