/** The Runs editor and its host: what each may say to the other, tab by tab. */
import type { Band, BandRequest } from "../core/model/bands.ts";
import type { RunRef } from "../core/model/run.ts";
import type { Comparison, RunRow, Series, SeriesView } from "../core/model/views.ts";
import type { ChartState } from "./chartState.ts";
import type { CompareHost, CompareState } from "./compare.ts";
import type { EditorEvents, EditorHost, RunsPlace, RunsTab } from "./editor.ts";
import type { OpenOptions } from "./run.ts";
import type { TableEvents, TableHost } from "./table.ts";
import type { TrendHost } from "./trend.ts";

/** What the host answers to the tab Compare, and to all. */
export interface RunsHost extends CompareHost {
  /** The pinned runs, side by side. */
  load(): Promise<Comparison>;
  /** One series a run that has the metric. */
  series(key: string, refs: readonly RunRef[], maxPoints: number, view: SeriesView): Promise<readonly Series[]>;
  /** A metric of groups of pinned runs, as lines with bands. */
  bands(request: BandRequest): Promise<readonly Band[]>;
  /** For those pinned runs that are live: the best finished run of their experiment, where it is not pinned. */
  ghost(): Promise<RunRow | null>;
  /** Takes a run out of the comparison; the host answers with `changed`. */
  unpin(ref: RunRef): Promise<void>;
  open(ref: RunRef, options: OpenOptions): Promise<void>;
  copy(text: string): Promise<void>;
  /** Asks where to, and writes a file that the page made; nothing where the person cancels. */
  saveFile(name: string, bytes: Uint8Array): Promise<void>;
}

/** What the tab Compare is told. */
export interface RunsPageEvents {
  changed(comparison: Comparison): void;
}

/**
 * What a Runs page keeps by `setState`, so what the panel's serializer is given. Navigation and choices only, never
 * data: `refs` say which comparison it was.
 */
export interface RunsState {
  readonly refs: readonly RunRef[];
  readonly compare: CompareState;
  /** As in RunsOpening and Pins. */
  readonly place: RunsPlace | null;
  readonly tab: RunsTab;
  readonly baseline: RunRef | null;
  readonly charts?: ChartState;
}

/** What the host of a Runs editor answers, and what it tells, all tabs together. */
export interface RunsEditorHost extends RunsHost, EditorHost, TableHost, TrendHost {}
export interface RunsEditorEvents extends RunsPageEvents, EditorEvents, TableEvents {}

export type { Pins, RunsOpening } from "./editor.ts";
export type { TableScope } from "./table.ts";
export type {
  CompareHost,
  CompareState,
  EditorEvents,
  EditorHost,
  RunsPlace,
  RunsTab,
  TableEvents,
  TableHost,
  TrendHost,
};
