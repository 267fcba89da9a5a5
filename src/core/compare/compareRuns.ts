import { bestIndices } from "../model/best.ts";
import { type Goal, goalOf } from "../model/goal.ts";
import type { MetricSummary } from "../model/metric.ts";
import type { RunRecord } from "../model/run.ts";
import { type KeyValue, textOf } from "../model/text.ts";
import type { ComparedMetric, ComparedValue, Comparison } from "../model/views.ts";
import { type ComparedRun, comparedAttributes, isAttributeTag } from "./attributes.ts";
import { differs, keyColumns } from "./columns.ts";
import { comparedDatasets } from "./datasets.ts";

export type ComparedParts = Pick<Comparison, "metrics" | "params" | "tags" | "attributes" | "datasets" | "notes">;

const NOTE = "mlflow.note.content";

/**
 * Sets runs side by side: one column a run, in their order; keys in natural order, whether they differ or not. Tags that
 * an attribute already says (`mlflow.user`, …) are not said again. `goal` replaces the guess where someone said better.
 */
export function compareRuns(runs: readonly ComparedRun[], goal: (metricKey: string) => Goal = goalOf): ComparedParts {
  const records = runs.map(({ record }) => record);
  return {
    metrics: comparedMetrics(records, goal),
    params: comparedTexts(records.map(({ params }) => params)),
    tags: comparedTexts(records.map(({ tags }) => tags.filter(({ key }) => !isAttributeTag(key)))),
    attributes: comparedAttributes(runs),
    datasets: comparedDatasets(records.map(({ datasets }) => datasets)),
    notes: records.map(({ tags }) => textOf(tags, NOTE)),
  };
}

function comparedMetrics(records: readonly RunRecord[], goalFor: (key: string) => Goal): readonly ComparedMetric[] {
  const lists = records.map(({ metrics }) => metrics);
  return keyColumns(lists, (metric) => metric).map(({ key, values }) => comparedMetric(key, goalFor(key), values));
}

function comparedMetric(key: string, goal: Goal, values: readonly (MetricSummary | null)[]): ComparedMetric {
  const last = values.map((value) => value?.last.value ?? null);
  return {
    key,
    goal,
    values,
    best: bestIndices(last, goal),
    differs: differs(last),
    hasSteps: values.some((value) => value !== null && value.count > 1),
  };
}

function comparedTexts(lists: readonly (readonly KeyValue[])[]): readonly ComparedValue[] {
  return keyColumns(lists, ({ value }) => value).map(({ key, values }) => ({ key, values, differs: differs(values) }));
}
