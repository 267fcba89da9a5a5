import { toJsonNumber } from "../model/jsonNumber.ts";
import type { KeyValue } from "../model/text.ts";
import type { Trace } from "../model/trace.ts";
import { present } from "./fields.ts";

export type TraceJson = ReturnType<typeof toTraceJson>;

/** A trace as `traces/search` answers it, but with times as numbers of milliseconds. */
export function toTraceJson(store: string, trace: Trace) {
  return {
    store,
    ...present({
      trace_id: trace.id,
      trace_location: { type: "MLFLOW_EXPERIMENT", mlflow_experiment: { experiment_id: trace.experimentId } },
      request_time: trace.requestTime,
      execution_duration_ms: trace.durationMs,
      state: trace.state,
      request_preview: trace.requestPreview,
      response_preview: trace.responsePreview,
    }),
    tags: toMap(trace.tags),
    trace_metadata: toMap(trace.metadata),
    assessments: trace.assessments.map(({ name, value }) => ({ assessment_name: name, value: toJsonValue(value) })),
  };
}

function toMap(entries: readonly KeyValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}

/** A logged value of any shape, with numbers that JSON can say. */
function toJsonValue(value: unknown): unknown {
  if (typeof value === "number") return toJsonNumber(value);
  if (Array.isArray(value)) return value.map(toJsonValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJsonValue(item)]));
}
