import type { RunRecord } from "../model/run.ts";
import { byText, textOf } from "../model/text.ts";
import type { OrderAttribute, OrderKey } from "./orderKey.ts";

type Value = number | string | null;

/** Sorts runs as MLflow does: by the keys in turn, then by start, newest first, then by id. Answers a new array. */
export function orderRuns<T extends RunRecord>(runs: readonly T[], keys: readonly OrderKey[]): T[] {
  const rows = runs.map((run) => ({ run, values: keys.map((key) => orderValue(run, key)) }));
  rows.sort((a, b) => {
    for (const [i, { descending }] of keys.entries()) {
      const order = compareValues(a.values[i] ?? null, b.values[i] ?? null, descending);
      if (order !== 0) return order;
    }
    return byStart(a.run, b.run) || byText(a.run.info.id, b.run.info.id);
  });
  return rows.map(({ run }) => run);
}

/** The value that a run is ordered by; null where it has none. */
export function orderValue(run: RunRecord, { entity, key }: OrderKey): Value {
  switch (entity) {
    case "metrics":
      return run.metrics.find((metric) => metric.key === key)?.last.value ?? null;
    case "params":
      return textOf(run.params, key);
    case "tags":
      return textOf(run.tags, key);
    case "attributes":
      return attributeValue(run, key as OrderAttribute);
  }
}

function attributeValue({ info }: RunRecord, attribute: OrderAttribute): Value {
  switch (attribute) {
    case "run_id":
      return info.id;
    case "run_name":
      return info.name;
    case "status":
      return info.status;
    case "start_time":
      return info.start;
    case "end_time":
      return info.end;
    case "user_id":
      return info.user;
    case "artifact_uri":
      return info.artifactUri;
  }
}

/** Values, then NaN, then what is missing, in both directions. */
function compareValues(a: Value, b: Value, descending: boolean): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0 || a === null || b === null || Number.isNaN(a)) return rank;
  const order = typeof a === "number" && typeof b === "number" ? byNumber(a, b) : byText(String(a), String(b));
  return descending ? -order : order;
}

function rankOf(value: Value): number {
  if (value === null) return 2;
  return Number.isNaN(value) ? 1 : 0;
}

/** Not the difference, which of two infinities is NaN. */
function byNumber(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byStart(a: RunRecord, b: RunRecord): number {
  return byNumber(b.info.start ?? -Infinity, a.info.start ?? -Infinity);
}
