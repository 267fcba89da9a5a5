import { byText } from "../../model/text.ts";
import type { RunColumn } from "./columns.ts";
import { type RankCorrelation, rankCorrelation } from "./rankCorrelation.ts";

/** How a numeric column goes with a metric. */
export interface ColumnCorrelation extends RankCorrelation {
  readonly of: RunColumn["of"];
  readonly key: string;
}

/** The numeric params and attributes by how strongly they go with a metric, the strongest first. */
export function correlationsWith(
  values: ArrayLike<number>,
  columns: readonly RunColumn[],
): readonly ColumnCorrelation[] {
  const found: ColumnCorrelation[] = [];
  for (const column of columns) {
    const correlation =
      column.kind === "number" && column.of !== "metric" ? rankCorrelation(column.values, values) : null;
    if (correlation !== null) found.push({ of: column.of, key: column.key, ...correlation });
  }
  return found.sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho) || byText(a.key, b.key));
}
