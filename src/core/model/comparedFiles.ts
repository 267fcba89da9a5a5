/** The artifacts of several runs side by side. Runs are indices in the comparison. */
import type { ArtifactOwner } from "./views.ts";

/** One file, wherever it lies. */
export interface OwnedFile {
  readonly owner: ArtifactOwner;
  readonly path: string;
}

/** A file that a run has. */
export interface RunFile {
  readonly run: number;
  /** Bytes. */
  readonly size: number;
  /** Set where it lies in the folder of a logged model that the run made, and not in the run's own. */
  readonly model?: string;
  /** Path below the folder that it lies in. */
  readonly path: string;
}

/** One path, and the runs that have a file there, in their order. */
export interface ComparedFile {
  /** A logged model's files stand below the model's name, as MLflow lists them. */
  readonly path: string;
  readonly files: readonly RunFile[];
}

export interface ComparedFiles {
  /** In natural order of their paths. */
  readonly rows: readonly ComparedFile[];
  /** One a run: why its files cannot be shown, as a sentence; null where they can. */
  readonly reasons: readonly (string | null)[];
  /** Whether a run has more files than were listed. */
  readonly cut: boolean;
}

/**
 * Which of a path's files hold the same bytes: equal numbers, one a file; null where that was not found out, because a
 * file is too large or cannot be read.
 */
export type FileContents = readonly (number | null)[];
