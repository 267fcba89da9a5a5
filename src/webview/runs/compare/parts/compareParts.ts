import { differs } from "../../../../core/compare/columns.ts";
import { datasetRows } from "../../../../core/compare/parts/datasetRows.ts";
import type { ComparedModel } from "../../../../core/model/comparedParts.ts";
import type { ComparedMetric, ComparedValue, Comparison } from "../../../../core/model/views.ts";
import { t } from "../../../ui/l10n.ts";
import { type ShownValue, shownValue } from "../metrics/metricCells.ts";
import { modelLists } from "./modelLists.ts";
import type { ComparePart, CompareRow } from "./part.ts";
import { readableAttribute } from "./readable.ts";

/** All that runs are compared by, in the order shown. */
export function compareParts(
  comparison: Comparison,
  models: readonly ComparedModel[],
  value: ShownValue,
): readonly ComparePart[] {
  const { metrics, params, tags, attributes, datasets } = comparison;
  return [
    metricPart(metrics, value),
    valuePart("params", t("Params"), params),
    valuePart("tags", t("Tags"), tags),
    valuePart("attributes", t("Attributes"), attributes.map(readableAttribute)),
    valuePart(
      "datasets",
      t("Datasets"),
      datasets.flatMap((dataset) => datasetRows(dataset, t)),
      hiddenColumns(comparison),
    ),
    ...modelLists(models).map(({ id, title, rows, hidden }) => valuePart(id, title, rows, hidden)),
  ];
}

function hiddenColumns({ datasets }: Comparison): number {
  return datasets.reduce((sum, { columns }) => sum + columns.hidden, 0);
}

function metricPart(metrics: readonly ComparedMetric[], value: ShownValue): ComparePart {
  const caption = t("Metrics");
  const rows = metrics.map((metric): CompareRow => {
    const id = `metrics ${metric.key}`;
    return { kind: "metric", id, part: "metrics", caption, metric, differs: metricDiffers(metric, value) };
  });
  return { id: "metrics", title: caption, rows, hidden: 0 };
}

function metricDiffers(metric: ComparedMetric, value: ShownValue): boolean {
  if (value === "last") return metric.differs;
  return differs(metric.values.map((summary) => shownValue(summary, value, metric.goal)));
}

function valuePart(id: string, title: string, values: readonly ComparedValue[], hidden = 0): ComparePart {
  const seen = new Map<string, number>();
  const rows = values.map((value): CompareRow => {
    const nth = seen.get(value.key) ?? 0;
    seen.set(value.key, nth + 1);
    return { kind: "value", id: `${id} ${nth} ${value.key}`, part: id, caption: title, value, differs: value.differs };
  });
  return { id, title, rows, hidden };
}
