import type { MetricSummary } from "../../src/core/model/metric.ts";
import type { RunInfo, RunRecord } from "../../src/core/model/run.ts";
import { byText, type KeyValue } from "../../src/core/model/text.ts";

export interface RecordSpec extends Partial<Omit<RunInfo, "folder">> {
  readonly folder: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  /** Last values. */
  readonly metrics?: Readonly<Record<string, number>>;
}

/** A run as read, with safe defaults. */
export function record({ params, tags, metrics, ...info }: RecordSpec): RunRecord {
  return {
    info: {
      experiment: "0",
      id: info.folder,
      experimentId: "0",
      name: null,
      status: "FINISHED",
      lifecycle: "active",
      start: 1_709_193_600_000,
      end: null,
      user: "alice",
      artifactUri: "",
      readable: true,
      ...info,
    },
    params: entries(params),
    tags: entries(tags),
    metrics: Object.entries(metrics ?? {})
      .map(([key, value]) => metric(key, value))
      .sort((a, b) => byText(a.key, b.key)),
    modelInputs: [],
    modelOutputs: [],
    datasets: [],
    problems: [],
  };
}

function entries(texts: Readonly<Record<string, string>> = {}): KeyValue[] {
  return Object.entries(texts)
    .map(([key, value]) => ({ key, value }))
    .sort((a, b) => byText(a.key, b.key));
}

function metric(key: string, value: number): MetricSummary {
  return {
    key,
    last: { value, timestamp: 1_709_193_600_000, step: 0 },
    first: value,
    min: value,
    max: value,
    count: 1,
  };
}
