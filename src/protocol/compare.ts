/** The Runs editor's tab Compare and its host. */
import type { ArtifactPreview } from "../core/artifacts/preview.ts";
import type { ComparedFiles, FileContents, OwnedFile } from "../core/model/comparedFiles.ts";
import type { ComparedModel } from "../core/model/comparedParts.ts";
import type { RunRef } from "../core/model/run.ts";
import type { TableComparison } from "../core/model/tableDiff.ts";
import type { ArtifactOwner, Comparison } from "../core/model/views.ts";

/** Columns in the order of this metric's values. */
export interface CompareOrder {
  readonly metric: string;
  readonly descending: boolean;
}

/** What a reader chose in a comparison: never data. */
export interface CompareState {
  readonly onlyDifferences: boolean;
  readonly filter: string;
  /** Null for the order in which the runs were pinned. */
  readonly order: CompareOrder | null;
  /** Whether runs are rows; null for what suits their number. */
  readonly runsAsRows: boolean | null;
  readonly value: "last" | "best" | "min" | "max";
  /** Differences of metrics up to this share (0.01 is 1 %) are none. */
  readonly tolerance: number;
  /** Goals by metric key, as said on a page that is a file of its own; elsewhere the host keeps them. */
  readonly goals: Readonly<Record<string, "min" | "max">>;
}

/** A file and the run that it is compared for: a model's file has the model for its owner. */
export interface FileOfRun extends OwnedFile {
  readonly ref: RunRef;
}

/** What the host answers to the tab Compare. */
export interface CompareHost {
  /** Runs side by side, pinned or not: what a table says of those selected. */
  compared(refs: readonly RunRef[], baseline: RunRef | null): Promise<Comparison>;
  /** Says of a metric whether low or high is better, for all pages of the workspace; the host answers with `changed`. */
  sayGoal(key: string, goal: "min" | "max"): Promise<void>;
  /** Opens the note of a run, to be written. */
  editNote(ref: RunRef): Promise<void>;
  /** Puts the pinned runs into this order; the host answers with `changed`. */
  arrange(refs: readonly RunRef[]): Promise<void>;
  /** Signatures, packages and facts of the models that the pinned runs made, read now. */
  models(): Promise<readonly ComparedModel[]>;
  /** The files of the pinned runs by path; runs are indices in the comparison. */
  files(): Promise<ComparedFiles>;
  /** Which of some files hold the same bytes. */
  fileContents(files: readonly OwnedFile[]): Promise<FileContents>;
  preview(owner: ArtifactOwner, path: string): Promise<ArtifactPreview>;
  openArtifact(owner: ArtifactOwner, path: string): Promise<void>;
  /** Opens two files in the editor's own diff. */
  diffFiles(left: FileOfRun, right: FileOfRun): Promise<void>;
  /** How two files differ as tables, rows matched by `key` where both have that column. */
  diffTables(left: OwnedFile, right: OwnedFile, key: string | null): Promise<TableComparison>;
  /** Copies an address that opens this comparison in the same repository, on any machine. */
  copyLink(): Promise<void>;
  /** Asks where to, and writes the comparison as one HTML file; nothing where the person cancels. */
  exportPage(): Promise<void>;
}
