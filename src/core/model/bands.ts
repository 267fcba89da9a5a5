/** Groups of runs as one line each, with a band around it. */
import type { RunRef } from "./run.ts";
import type { SeriesView } from "./views.ts";

/** What a band spans around the mean of a group: a standard deviation (of the sample), its standard error, or all values. */
export type BandKind = "std" | "stderr" | "range";

export interface BandRequest {
  readonly groups: readonly { readonly name: string; readonly refs: readonly RunRef[] }[];
  readonly key: string;
  readonly view: SeriesView;
  readonly band: BandKind;
  /** Points of each line at most. */
  readonly maxPoints: number;
}

/** A metric over a group of runs; equal lengths. */
export interface Band {
  readonly name: string;
  /** Ascending. */
  readonly x: Float64Array;
  readonly mean: Float64Array;
  /** NaN where a deviation needs two runs and there is one. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Runs that have a value there. */
  readonly counts: Uint32Array;
  /** Runs of the group that have the metric. */
  readonly runs: number;
  /** Runs left out because the group has more than 20 million points. */
  readonly left: number;
  /** Whether each x is the middle of a stretch, because the runs have more x than points are allowed. */
  readonly isBinned: boolean;
}
