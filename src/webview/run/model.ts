import { signal } from "@preact/signals";
import type { RunView } from "../../core/model/views.ts";

export type RunState =
  | { readonly kind: "loading" }
  | { readonly kind: "shown"; readonly view: RunView /** Grows with every change. */; readonly revision: number }
  | { readonly kind: "gone" }
  | { readonly kind: "failed"; readonly reason: string };

/** What a Run page knows: the newest view it was sent, whole. */
export class RunModel {
  readonly state = signal<RunState>({ kind: "loading" });
  #revision = 0;

  show(view: RunView | null): void {
    this.#revision++;
    this.state.value = view === null ? { kind: "gone" } : { kind: "shown", view, revision: this.#revision };
  }

  fail(reason: string): void {
    if (this.state.value.kind === "loading") this.state.value = { kind: "failed", reason };
  }
}
