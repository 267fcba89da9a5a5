import type { Goal } from "../../model/goal.ts";
import type { SelectContext } from "../select.ts";

/** What columns are read from: an index, what its experiments are called, and which way a metric is better. */
export interface TableContext extends SelectContext {
  /** The name of an experiment by its folder. */
  readonly experimentName: (folder: string) => string;
  readonly goalOf: (metric: string) => Goal;
}
