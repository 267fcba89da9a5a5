import { CONTEXT_TAG, type RunRecord } from "../model/run.ts";
import { byCodePoint, textOf } from "../model/text.ts";
import { type Found, testOf } from "./evaluate.ts";
import { type Dialect, type Entity, type Expression, mapComparisons } from "./expression.ts";
import { byNumber, type OrderValue, sortBy } from "./order.ts";
import type { OrderKey } from "./orderKey.ts";

/** The runs of which an expression holds. Throws QueryFault when a comparison with a fault comes to be asked of one. */
export function filterRuns<T extends RunRecord>(runs: readonly T[], expression: Expression, dialect: Dialect): T[] {
  return runs.filter(testOf(askedOf(expression, dialect), dialect, lookUpRun));
}

/** What a store is asked: a database is asked for a run's name by the tag that MLflow keeps beside it. */
export function askedOf(expression: Expression, dialect: Dialect): Expression {
  if (dialect === "file") return expression;
  return mapComparisons(expression, (comparison) => {
    const isName = comparison.entity === "attribute" && comparison.key === "run_name";
    return isName ? { ...comparison, entity: "tag", key: "mlflow.runName" } : comparison;
  });
}

/** Sorts runs as MLflow does: by the keys in turn, then by start, newest first, then by id. Answers a new array. */
export function orderRuns<T extends RunRecord>(runs: readonly T[], keys: readonly OrderKey[]): T[] {
  const values = keys.map((key) => ({ value: (run: T) => orderValue(run, key), descending: key.descending }));
  return sortBy(runs, values, (a, b) => byStart(a, b) || byCodePoint(a.info.id, b.info.id));
}

function orderValue(run: RunRecord, key: OrderKey): OrderValue {
  const found = lookUpRun(run, key);
  // Nothing is ordered by its datasets, of which there may be several.
  return typeof found === "object" ? null : found;
}

function byStart(a: RunRecord, b: RunRecord): number {
  return byNumber(b.info.start ?? -Infinity, a.info.start ?? -Infinity);
}

/** What a run has under a key of an entity: the last value of a metric, a text, or null. */
export function lookUpRun(run: RunRecord, { entity, key }: { readonly entity: Entity; readonly key: string }): Found {
  switch (entity) {
    case "metric":
      return run.metrics.find((metric) => metric.key === key)?.last.value ?? null;
    case "param":
      return textOf(run.params, key);
    case "tag":
      return textOf(run.tags, key);
    case "attribute":
      return attributeOf(run, key);
    case "dataset":
      return run.datasets.map((dataset) => {
        if (key === "context") return textOf(dataset.tags, CONTEXT_TAG);
        return key === "name" ? dataset.name : dataset.digest;
      });
  }
}

function attributeOf({ info }: RunRecord, key: string): string | number | null {
  switch (key) {
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
    default:
      return null;
  }
}
