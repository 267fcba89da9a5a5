import { computed, signal } from "@preact/signals";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { Pins } from "../../protocol/runs.ts";

/** The runs in the comparison as the host last said, and the look that each keeps, whichever others come and go. */
export class PinnedRuns {
  readonly pins = signal<Pins>({ refs: [], baseline: null });
  readonly #keys = computed(() => new Set(this.pins.value.refs.map(refKey)));
  readonly #looks = new Map<string, number>();

  show(pins: Pins): void {
    for (const ref of pins.refs) this.look(ref);
    this.pins.value = pins;
  }

  has(ref: RunRef): boolean {
    return this.#keys.value.has(refKey(ref));
  }

  /** The number of a run's colour and dashes. */
  look(ref: RunRef): number {
    const key = refKey(ref);
    const look = this.#looks.get(key) ?? this.#looks.size;
    this.#looks.set(key, look);
    return look;
  }
}
