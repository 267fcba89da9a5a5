/** All that a page shows which has no host: a comparison, or stores, as one file. */
import type { ArtifactPreview } from "../../artifacts/preview.ts";
import type { ComparedFiles, FileContents, OwnedFile } from "../../model/comparedFiles.ts";
import type { ComparedModel } from "../../model/comparedParts.ts";
import type { Goal } from "../../model/goal.ts";
import type { RunRef } from "../../model/run.ts";
import type { StoreKind } from "../../model/store.ts";
import type { Comparison, Series } from "../../model/views.ts";

export interface ExportData {
  readonly title: string;
  /** When it was made, in milliseconds since 1970, and by which version of this program. */
  readonly made: number;
  readonly version: string;
  /** Translations by their English text; empty for English. */
  readonly strings: Readonly<Record<string, string>>;
  readonly pins: { readonly refs: readonly RunRef[]; readonly baseline: RunRef | null };
  /** The pinned runs in full; null where stores are shown. */
  readonly comparison: Comparison | null;
  /** The runs whose models, curves and files are in the file. */
  readonly held: readonly RunRef[];
  /** A column a held run. */
  readonly models: readonly ComparedModel[];
  readonly series: readonly Series[];
  readonly files: ExportedFiles | null;
  readonly stores: readonly ExportedStore[];
  readonly leftOut: readonly LeftOut[];
}

/** Files of the runs held, with what some of them hold. */
export interface ExportedFiles {
  readonly files: ComparedFiles;
  /** By the path of a row. */
  readonly contents: readonly (readonly [path: string, contents: FileContents])[];
  readonly previews: readonly (OwnedFile & { readonly preview: ArtifactPreview })[];
}

/** A store's runs as columns. */
export interface ExportedStore {
  readonly key: string;
  readonly label: string;
  readonly kind: StoreKind;
  readonly experiments: readonly { readonly folder: string; readonly name: string }[];
  /** What the repository says of its metrics. */
  readonly goals: readonly (readonly [metric: string, goal: Goal])[];
  readonly primary: readonly (readonly [experiment: string, metric: string])[];
  /** As `encodeTable` writes it. */
  readonly table: Uint8Array;
}

/** A store as one file holds it, and how many of its runs are in it. */
export interface StoreExport {
  readonly store: ExportedStore;
  readonly runs: number;
  readonly of: number;
}

/**
 * What a file lacks because it would be too large: how many runs, runs whose models, curves and files are not in it, metrics
 * with their curves, or contents of files.
 */
export interface LeftOut {
  readonly what: "runs" | "details" | "curves" | "contents";
  readonly count: number;
  readonly of: number;
}

/** What a file holds at most. */
export const EXPORT_LIMITS = {
  /** Points of all curves together; about 32 bytes each. */
  points: 300_000,
  /** Bytes of files whose contents are shown, together and each. */
  contents: 12 << 20,
  content: 2 << 20,
  /** Paths whose files are compared. */
  paths: 2000,
  /** Bytes of all stores' runs as columns. */
  table: 24 << 20,
  /** Runs of stores whose models, curves and files are held. */
  held: 200,
  /** Characters of the whole file. */
  file: 64 << 20,
} as const;
