import { isFields } from "../model/fields.ts";
import { type KeyValue, textOf } from "../model/text.ts";

/** Artifacts of a run that are looked at. */
const MOST = 50;

/** Artifacts of a run that its tag `mlflow.loggedArtifacts` lists: tables and alike, by their path; each once. */
export function loggedArtifactPaths(tags: readonly KeyValue[]): readonly string[] {
  const logged = textOf(tags, "mlflow.loggedArtifacts");
  if (logged === null) return [];
  try {
    const list: unknown = JSON.parse(logged);
    const entries = Array.isArray(list) ? list.slice(0, MOST).filter(isFields) : [];
    return [...new Set(entries.map(({ path }) => path).filter((path) => typeof path === "string"))];
  } catch {
    return [];
  }
}
