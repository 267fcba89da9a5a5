import { signal } from "@preact/signals";
import type { Comparison } from "../../core/model/views.ts";

export type RunsPageState =
  | { readonly kind: "loading" }
  | { readonly kind: "shown"; readonly comparison: Comparison }
  | { readonly kind: "failed"; readonly reason: string };

/** What a Runs page knows of its comparison: the newest it was sent, whole. */
export class RunsModel {
  readonly state = signal<RunsPageState>({ kind: "loading" });

  show(comparison: Comparison): void {
    this.state.value = { kind: "shown", comparison };
  }

  fail(reason: string): void {
    if (this.state.value.kind === "loading") this.state.value = { kind: "failed", reason };
  }
}
