import type { Goal } from "../../../../core/model/goal.ts";
import type { Range } from "../scale/extent.ts";
import type { ScaleKind } from "../scale/scale.ts";
import type { Line } from "./line.ts";

/** Everything that a chart of lines shows, before anyone points, zooms or hides. */
export interface LineModel {
  readonly title: string;
  readonly goal: Goal;
  readonly lines: readonly Line[];
  readonly x: LineAxis;
  readonly yKind: ScaleKind;
  /** y beyond is cut; null for no cut. */
  readonly bounds: Range | null;
}

/** What the lines lie over. */
export interface LineAxis {
  /** In words, as a title: `step`, `epoch`. */
  readonly title: string;
  readonly kind: ScaleKind;
}
