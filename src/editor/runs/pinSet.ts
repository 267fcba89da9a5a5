import { type RunRef, refKey } from "../../core/model/run.ts";
import type { Pins } from "../../protocol/runs.ts";
import { arranged } from "./arranged.ts";

/** Runs of one comparison at most. */
export const MOST_PINNED = 500;

/** The runs in a comparison, in the order they were pinned, each once, and the baseline among them. */
export class PinSet {
  private readonly byKey = new Map<string, RunRef>();
  private baseline: string | null = null;

  constructor({ refs, baseline }: Pins = { refs: [], baseline: null }) {
    this.add(refs);
    this.setBaseline(baseline);
  }

  get pins(): Pins {
    return { refs: this.refs, baseline: this.baseline === null ? null : (this.byKey.get(this.baseline) ?? null) };
  }

  get refs(): readonly RunRef[] {
    return [...this.byKey.values()];
  }

  has(ref: RunRef): boolean {
    return this.byKey.has(refKey(ref));
  }

  /** Adds those that there is room for; how many there was no room for. */
  add(refs: readonly RunRef[]): number {
    let left = 0;
    for (const ref of refs) {
      const key = refKey(ref);
      if (this.byKey.has(key)) continue;
      if (this.byKey.size < MOST_PINNED) this.byKey.set(key, ref);
      else left++;
    }
    return left;
  }

  /** Puts those named first, in their order. */
  arrange(refs: readonly RunRef[]): void {
    const order = arranged(this.refs, refs);
    this.byKey.clear();
    this.add(order);
  }

  remove(refs: readonly RunRef[]): void {
    for (const ref of refs) this.byKey.delete(refKey(ref));
    if (this.baseline !== null && !this.byKey.has(this.baseline)) this.baseline = null;
  }

  /** One of the pinned runs, or null for the first of them; any other is not taken. */
  setBaseline(ref: RunRef | null): void {
    if (ref === null || this.has(ref)) this.baseline = ref === null ? null : refKey(ref);
  }
}
