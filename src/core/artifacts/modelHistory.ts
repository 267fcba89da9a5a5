import { isFields } from "../model/fields.ts";
import { type KeyValue, textOf } from "../model/text.ts";

/** Models of a run that are looked at. */
const MOST = 50;

/**
 * Where MLflow 1 and 2 put the models of a run, below its artifacts, as the tag `mlflow.log-model.history` lists them; each
 * once, in the order logged.
 */
export function loggedModelPaths(tags: readonly KeyValue[]): readonly string[] {
  const history = textOf(tags, "mlflow.log-model.history");
  if (history === null) return [];
  try {
    const list: unknown = JSON.parse(history);
    const entries = Array.isArray(list) ? list.slice(0, MOST).filter(isFields) : [];
    return [...new Set(entries.map((entry) => entry.artifact_path).filter((path) => typeof path === "string"))];
  } catch {
    return [];
  }
}
