import type { Column, MetricValue, RunAttribute } from "../../../../core/model/runsTable.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { t } from "../../../ui/l10n.ts";

/** Longer keys are cut: a title is read, not parsed. */
const LONGEST = 200;

/** What a column is called. */
export function columnTitle(column: Column): string {
  if (column.kind === "attribute") return attributeTitle(column.key);
  return column.key === "" ? t("(empty)") : visibleText(column.key.slice(0, LONGEST));
}

export function attributeTitle(key: RunAttribute): string {
  const titles: Readonly<Record<RunAttribute, string>> = {
    label: t("Run"),
    id: t("ID"),
    status: t("Status"),
    start: t("Started"),
    end: t("Ended"),
    duration: t("Duration"),
    user: t("User"),
    experiment: t("Experiment"),
    parent: t("Parent"),
    problems: t("Problems"),
  };
  return titles[key];
}

/** What a kind of column is called, one of it. */
export function kindTitle(kind: Column["kind"]): string {
  const titles: Readonly<Record<Column["kind"], string>> = {
    attribute: t("Attribute"),
    metric: t("Metric"),
    param: t("Param"),
    tag: t("Tag"),
  };
  return titles[kind];
}

export const METRIC_VALUES: readonly MetricValue[] = ["last", "best", "min", "max", "first", "count"];

export function valueTitle(value: MetricValue): string {
  const titles: Readonly<Record<MetricValue, string>> = {
    last: t("Last value"),
    best: t("Best value"),
    min: t("Least value"),
    max: t("Greatest value"),
    first: t("First value"),
    count: t("Number of values"),
  };
  return titles[value];
}

/** Beside a metric's name, where its column shows another than the last value. */
export function valueWord(column: Column): string {
  if (column.kind !== "metric" || column.value === "last") return "";
  const words: Readonly<Record<MetricValue, string>> = {
    last: "",
    best: t("best"),
    min: t("min"),
    max: t("max"),
    first: t("first"),
    count: t("count"),
  };
  return words[column.value];
}
