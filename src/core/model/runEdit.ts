import type { RunRef } from "./run.ts";

/** What a person may change of a run: its name and its tags; its note is the tag `mlflow.note.content`. */
export type RunEdit =
  | { readonly kind: "rename"; readonly name: string }
  | { readonly kind: "set-tag"; readonly key: string; readonly value: string }
  | { readonly kind: "remove-tag"; readonly key: string };

export const NOTE_TAG = "mlflow.note.content";

/** One file as it was and as it is now; null where it was not there. */
export interface FileUndo {
  /** Path below the run's folder, `/` between segments. */
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** All that takes a change back, as long as nobody else changed the same files. */
export interface RunUndo {
  readonly ref: RunRef;
  readonly files: readonly FileUndo[];
}

/** What became of a change; `reason` is one sentence for a person. */
export type RunEditOutcome =
  | { readonly done: true; readonly undo: RunUndo }
  | { readonly done: false; readonly reason: string };
