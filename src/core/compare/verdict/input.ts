import type { Goal } from "../../model/goal.ts";
import type { Tolerance } from "../../model/verdict.ts";
import type { Comparison } from "../../model/views.ts";

/** What a verdict is about. */
export type VerdictInput = Pick<
  Comparison,
  "runs" | "experiments" | "metrics" | "params" | "attributes" | "primary" | "baseline"
>;

/** What a person chose; each choice replaces what is guessed. */
export interface VerdictChoice {
  /** Index of the run the others are measured against. */
  readonly baseline?: number;
  /** Key of the metric to judge by. */
  readonly metric?: string;
  /** Goals by metric key. */
  readonly goals?: ReadonlyMap<string, Goal>;
  readonly tolerance?: Tolerance;
}
