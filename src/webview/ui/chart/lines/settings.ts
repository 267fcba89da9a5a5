import type { Goal } from "../../../../core/model/goal.ts";

/** How lines are drawn, beside what they lie over. */
export interface LineSettings {
  readonly logX: boolean;
  readonly logY: boolean;
  /** Values below this percentile and above its opposite are cut off; 0 for none. */
  readonly outliers: number;
}

export const PLAIN: LineSettings = { logX: false, logY: false, outliers: 0 };

/** What a chart is of. */
export interface LineSubject {
  readonly title: string;
  readonly goal: Goal;
}
