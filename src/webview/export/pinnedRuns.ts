import { type RunRef, refKey } from "../../core/model/run.ts";
import type { Pins } from "../../protocol/runs.ts";

/** Runs of one comparison at most, as in the editor. */
const MOST = 500;

/** The runs in the comparison of a page that is its own host. */
export class PinnedRuns {
  #pins: Pins;

  constructor(pins: Pins) {
    this.#pins = pins;
  }

  get pins(): Pins {
    return this.#pins;
  }

  setPinned(refs: readonly RunRef[], isPinned: boolean): void {
    const named = new Set(refs.map(refKey));
    const known = new Set(this.#pins.refs.map(refKey));
    const next = isPinned
      ? [...this.#pins.refs, ...refs.filter((ref) => !known.has(refKey(ref)))].slice(0, MOST)
      : this.#pins.refs.filter((ref) => !named.has(refKey(ref)));
    this.#pins = { refs: next, baseline: this.#pins.baseline };
    this.setBaseline(this.#pins.baseline);
  }

  /** Those named first, in their order. */
  arrange(refs: readonly RunRef[]): void {
    const known = new Set(this.#pins.refs.map(refKey));
    const first = refs.filter((ref) => known.has(refKey(ref)));
    const named = new Set(first.map(refKey));
    const others = this.#pins.refs.filter((ref) => !named.has(refKey(ref)));
    this.#pins = { refs: [...first, ...others], baseline: this.#pins.baseline };
  }

  /** Null for the first; a run that is not pinned is none. */
  setBaseline(ref: RunRef | null): void {
    const isPinned = ref !== null && this.#pins.refs.some((pinned) => refKey(pinned) === refKey(ref));
    this.#pins = { refs: this.#pins.refs, baseline: isPinned ? ref : null };
  }
}
