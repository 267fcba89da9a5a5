import type { ArtifactPreview } from "../../../../../core/artifacts/preview.ts";
import type { RunRow } from "../../../../../core/model/views.ts";
import type { FileOfRun } from "../../../../../protocol/compare.ts";

/** Whose pane it is, as RunHead shows it. */
export interface PaneHead {
  readonly run: RunRow;
  readonly look: number;
  readonly isBaseline: boolean;
}

export interface Pane {
  readonly head: PaneHead;
  /** Null where the run has none. */
  readonly file: FileOfRun | null;
  /** Undefined until it is known. */
  readonly preview: ArtifactPreview | null | undefined;
}
