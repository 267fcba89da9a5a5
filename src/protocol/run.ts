/** The Run page and its host: what each may say to the other. */
import type { ArtifactPreview } from "../core/artifacts/preview.ts";
import type { RunRef } from "../core/model/run.ts";
import type { ArtifactListing, ArtifactOwner, RunView, Series, SeriesView } from "../core/model/views.ts";

/** Where a problem lies, as in LocatedProblem. */
export interface ProblemPlace {
  readonly store: string;
  readonly file: string;
  readonly line: number | null;
}

export interface OpenOptions {
  readonly toSide: boolean;
}

/** What the host answers to a Run page. */
export interface RunHost {
  /** The page's run; null where it is not there any more. */
  load(): Promise<RunView | null>;
  /** Points of one of its metrics; null where it has none of that name. */
  series(key: string, maxPoints: number, view: SeriesView): Promise<Series | null>;
  /** One folder; `path` is empty for the root. */
  artifacts(owner: ArtifactOwner, path: string): Promise<ArtifactListing>;
  preview(owner: ArtifactOwner, path: string): Promise<ArtifactPreview>;
  openArtifact(owner: ArtifactOwner, path: string): Promise<void>;
  /** "Save As…" of a file or a folder; `path` is empty for everything. */
  saveArtifact(owner: ArtifactOwner, path: string): Promise<void>;
  /** Shows it in the explorer of the editor or of the system. */
  revealArtifact(owner: ArtifactOwner, path: string): Promise<void>;
  open(ref: RunRef, options: OpenOptions): Promise<void>;
  /** Opens the comparison of the page's run with these. */
  compareWith(refs: readonly RunRef[]): Promise<void>;
  openProblem(place: ProblemPlace): Promise<void>;
  copy(text: string): Promise<void>;
  /** Asks where to, and writes a file that the page made; nothing where the person cancels. */
  saveFile(name: string, bytes: Uint8Array): Promise<void>;
}

/** What a Run page is told. */
export interface RunPageEvents {
  /** The run as it now is; null once it is gone. */
  changed(view: RunView | null): void;
}
