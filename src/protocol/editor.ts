/** What the tabs of a Runs editor share: the tab in front, the pinned runs and the baseline among them. */
import type { RunRef } from "../core/model/run.ts";

export type RunsTab = "table" | "compare" | "trend";

/** Which runs the tabs Table and Trend are of. */
export interface RunsPlace {
  readonly store: string;
  /** Experiment folders; null for all of the store. */
  readonly experiments: readonly string[] | null;
}

/** The runs in the comparison, in the order they were pinned: 500 at most. */
export interface Pins {
  readonly refs: readonly RunRef[];
  /** What the others are measured against, one of `refs`; null for the first of them. */
  readonly baseline: RunRef | null;
}

/** What an editor was opened for. */
export interface RunsOpening {
  /** Null where the pinned runs are of several stores and no table was asked for. */
  readonly place: RunsPlace | null;
  readonly tab: RunsTab;
  readonly pins: Pins;
  /** A file without an editor around it: nothing can be opened, linked to or exported again. */
  readonly isFile?: boolean;
}

export interface EditorHost {
  opening(): Promise<RunsOpening>;
  /** The page has this tab in front: `changed` is told to the tab Compare alone. */
  showTab(tab: RunsTab): Promise<void>;
  /** Puts runs into the comparison, after those already there, or takes them out; the host answers with `pinned`. */
  setPinned(refs: readonly RunRef[], isPinned: boolean): Promise<void>;
  setBaseline(ref: RunRef | null): Promise<void>;
  /** Asks the person which runs to pin, and pins them. */
  pickRuns(): Promise<void>;
}

export interface EditorEvents {
  pinned(pins: Pins): void;
  /** A command of the editor wants this tab in front. */
  tabWanted(tab: RunsTab): void;
}
