import type { ComparedMetric, ComparedValue } from "../../../../core/model/views.ts";

/** `metrics`, `params`, `tags`, `attributes`, `datasets`, or a part of a model. */
export type PartId = string;

interface RowBase {
  /** Unique among all rows. */
  readonly id: string;
  readonly part: PartId;
  /** The part's title, where no heading stands above. */
  readonly caption: string;
  readonly differs: boolean;
}

/** A key with what each run has of it. */
export type CompareRow =
  | (RowBase & { readonly kind: "metric"; readonly metric: ComparedMetric })
  | (RowBase & { readonly kind: "value"; readonly value: ComparedValue });

/** What the runs have of one kind. */
export interface ComparePart {
  readonly id: PartId;
  readonly title: string;
  readonly rows: readonly CompareRow[];
  /** Rows left out because there are too many. */
  readonly hidden: number;
}

export function keyOf(row: CompareRow): string {
  return row.kind === "metric" ? row.metric.key : row.value.key;
}
