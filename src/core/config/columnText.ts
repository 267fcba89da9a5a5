import type { Column, MetricValue, RunAttribute } from "../model/runsTable.ts";

const METRIC_VALUES: readonly MetricValue[] = ["last", "best", "min", "max", "first", "count"];
const ATTRIBUTES: readonly RunAttribute[] = [
  ...(["label", "id", "status", "start", "end", "duration", "user", "experiment", "parent", "problems"] as const),
];

/** Reads a column as `columnId` writes it: `metrics.rmse`, `metrics:best.rmse`, `params.lr`, `attributes.start`; else null. */
export function parseColumn(text: string): Column | null {
  const dot = text.indexOf(".");
  const [kind, value = "last"] = text.slice(0, dot).split(":");
  const key = text.slice(dot + 1);
  if (dot < 0 || key === "") return null;
  if (kind === "metrics") {
    const known = METRIC_VALUES.find((name) => name === value);
    return known === undefined ? null : { kind: "metric", key, value: known };
  }
  if (value !== "last") return null;
  if (kind === "params" || kind === "tags") return { kind: kind === "params" ? "param" : "tag", key };
  const attribute = kind === "attributes" ? ATTRIBUTES.find((name) => name === key) : undefined;
  return attribute === undefined ? null : { kind: "attribute", key: attribute };
}
