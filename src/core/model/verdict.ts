import type { Goal } from "./goal.ts";

/** A piece of a verdict's sentence; the texts of all pieces, joined, are the sentence. */
export type VerdictPart =
  | { readonly kind: "text"; readonly text: string }
  /** A run, by its index in the comparison. */
  | { readonly kind: "run"; readonly text: string; readonly run: number }
  | { readonly kind: "metric"; readonly text: string; readonly key: string }
  | { readonly kind: "param"; readonly text: string; readonly key: string }
  /** A value of a param, or another text that the runs hold, cut; `exact` is the whole of it. */
  | { readonly kind: "value"; readonly text: string; readonly exact: string }
  /** A number in short; `exact` has every digit. */
  | { readonly kind: "number"; readonly text: string; readonly exact: string };

/**
 * What a verdict came to. `best`: one run is; `tied`: several share the best value; `equal`: all are the same, within the
 * tolerance; `undecided`: the goal is not known; `alone`: only one run has a number to judge by; `noNumber`: none has;
 * `noMetric`: no metric is there; `notShared`: no two runs have a metric in common; `tooFew`: fewer than two runs.
 */
export type VerdictOutcome =
  | "best"
  | "tied"
  | "equal"
  | "undecided"
  | "alone"
  | "noNumber"
  | "noMetric"
  | "notShared"
  | "tooFew";

/** What a comparison comes to. Runs are indices in the comparison. */
export interface Verdict {
  readonly outcome: VerdictOutcome;
  /** One sentence; two where it ends in a question. */
  readonly sentence: string;
  readonly parts: readonly VerdictPart[];
  /** Key of the metric that the sentence ends in a question about: whether low or high values are better; else null. */
  readonly asks: string | null;
  /** What the runs are judged by; null where there is nothing. */
  readonly metric: { readonly key: string; readonly goal: Goal } | null;
  /** The run that the others are measured against; null without runs. */
  readonly baseline: number | null;
  /** The best run, or those that share the best value; empty where none is. */
  readonly best: readonly number[];
  /** The next best value's first run; null where there is none. */
  readonly second: number | null;
  readonly worst: number | null;
  /** Params that differ, of how many, and those that the sentence names. */
  readonly params: { readonly differing: number; readonly total: number; readonly named: readonly string[] };
}

/** Differences this small are none: within `absolute`, or within `relative` times the greater magnitude. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}
