import { signal } from "@preact/signals";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { Comparison } from "../../core/model/views.ts";

export type RunsPageState =
  | { readonly kind: "loading" }
  | { readonly kind: "shown"; readonly comparison: Comparison }
  | { readonly kind: "failed"; readonly reason: string };

/** What a Runs page knows: the newest comparison it was sent, whole, and which look each run was given. */
export class RunsModel {
  readonly state = signal<RunsPageState>({ kind: "loading" });
  readonly #looks = new Map<string, number>();

  show(comparison: Comparison): void {
    for (const { ref } of comparison.runs) this.look(ref);
    this.state.value = { kind: "shown", comparison };
  }

  fail(reason: string): void {
    if (this.state.value.kind === "loading") this.state.value = { kind: "failed", reason };
  }

  /** The number of a run's colour and dashes: it stays, whichever other runs come and go. */
  look(ref: RunRef): number {
    const key = refKey(ref);
    const look = this.#looks.get(key) ?? this.#looks.size;
    this.#looks.set(key, look);
    return look;
  }
}
