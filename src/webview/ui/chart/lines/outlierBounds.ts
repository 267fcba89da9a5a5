import { quantile } from "../../../../core/compare/statistics.ts";
import type { Range } from "../scale/extent.ts";
import type { Line } from "./line.ts";

/** What the values between a percentile and its opposite reach over, all lines together; null for no cut. */
export function outlierBounds(lines: readonly Line[], percent: number): Range | null {
  if (percent <= 0) return null;
  const values = Float64Array.from(lines.flatMap(({ y, raw }) => [...(raw ?? y)]))
    .filter(Number.isFinite)
    .sort();
  if (values.length === 0) return null;
  return [quantile(values, percent / 100), quantile(values, 1 - percent / 100)];
}
