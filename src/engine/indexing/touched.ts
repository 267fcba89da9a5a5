/** What was read again since somebody last asked. */
export interface TouchedRuns {
  /** Anything may have changed. */
  readonly everything: boolean;
  /** Run folders by experiment folder; those that are gone among them. */
  readonly runs: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Gathers which runs of a store were read again, for whoever verifies them when it suits. */
export class Touched {
  #everything = false;
  #runs = new Map<string, Set<string>>();

  add(experiment: string, runs: Iterable<string>): void {
    const known = this.#runs.get(experiment) ?? new Set();
    for (const run of runs) known.add(run);
    this.#runs.set(experiment, known);
  }

  /** How often the repository's HEAD was seen to move. */
  headMoves = 0;

  addAll(): void {
    this.#everything = true;
  }

  /** What came since the last time. */
  take(): TouchedRuns {
    const taken = { everything: this.#everything, runs: this.#runs };
    this.#everything = false;
    this.#runs = new Map();
    return taken;
  }

  /** Gives back what was taken and not done with. */
  putBack({ everything, runs }: TouchedRuns): void {
    this.#everything ||= everything;
    for (const [experiment, some] of runs) this.add(experiment, some);
  }
}
