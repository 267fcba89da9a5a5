import type { ModelAlias, ModelVersion } from "../model/registry.ts";
import type { KeyValue } from "../model/text.ts";
import { toTime } from "./run.ts";
import { baseName } from "./scan.ts";
import type { YamlFile } from "./yaml.ts";

/** A version's folder; the number is its identity. */
export const VERSION_FOLDER = /^version-(\d+)$/;

/** Versions whose stage says so are hidden everywhere: MLflow keeps the files of what was deleted. */
export const DELETED_STAGE = "Deleted_Internal";

/** One version of a registered model out of its metadata; null where it was deleted. */
export function toVersion(
  model: string,
  path: string,
  meta: YamlFile | undefined,
  tags: readonly KeyValue[],
  aliases: readonly ModelAlias[],
): ModelVersion | null {
  const field = (key: string): string | null => meta?.fields.get(key) ?? null;
  const stage = field("current_stage") || "None";
  if (stage === DELETED_STAGE) return null;
  const version = String(Number(VERSION_FOLDER.exec(baseName(path))?.[1] ?? 0));
  return {
    name: model,
    version,
    created: toTime(field("creation_timestamp")),
    updated: toTime(field("last_updated_timestamp")),
    description: field("description"),
    user: field("user_id"),
    stage,
    source: field("source") ?? "",
    storageLocation: field("storage_location"),
    runId: field("run_id"),
    runLink: field("run_link"),
    modelId: field("model_id"),
    status: field("status") || "READY",
    statusMessage: field("status_message"),
    tags,
    aliases: aliases.filter((alias) => alias.version === version).map((alias) => alias.alias),
  };
}

/** Ascending by number: 2 before 10. */
export function byVersion(a: ModelVersion, b: ModelVersion): number {
  return Number(a.version) - Number(b.version);
}
