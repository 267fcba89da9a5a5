import { join } from "node:path";
import { pyFloat } from "./python.ts";
import type { RunPlace } from "./runFiles.ts";
import { type LoggedModelSpec, MODEL_STATUS_CODES, type RegisteredModelSpec, type VersionSpec } from "./spec.ts";
import { EPOCH, writeFile, writeKeyed, writeMeta } from "./writing.ts";

/** Writes a LoggedModel of MLflow 3 into its experiment. */
export function writeLoggedModel(place: RunPlace, spec: LoggedModelSpec): void {
  const folder = join(place.experimentFolder, "models", spec.id);
  const created = spec.created ?? EPOCH;
  writeMeta(folder, {
    artifact_location: `${place.artifactLocation}/models/${spec.id}/artifacts`,
    creation_timestamp: created,
    experiment_id: place.experimentId,
    last_updated_timestamp: created + 1000,
    ...(spec.lifecycle === undefined ? {} : { lifecycle_stage: spec.lifecycle }),
    model_id: spec.id,
    model_type: spec.type ?? "",
    name: spec.name ?? "model",
    source_run_id: spec.sourceRun ?? null,
    status: MODEL_STATUS_CODES[spec.status ?? "READY"],
    status_message: null,
  });
  writeKeyed(join(folder, "params"), spec.params ?? {});
  writeKeyed(join(folder, "tags"), spec.tags ?? {});
  const metrics = Object.entries(spec.metrics ?? {}).map(([key, lines]) => [
    key,
    lines.map(([time, value, step, run]) => `${time} ${pyFloat(value)} ${step} ${run}\n`).join(""),
  ]);
  writeKeyed(join(folder, "metrics"), Object.fromEntries(metrics));
  writeKeyed(join(folder, "artifacts"), spec.artifacts ?? {});
}

/** Writes a registered model, its versions and aliases into the store's `models` folder. */
export function writeRegisteredModel(storeFolder: string, spec: RegisteredModelSpec): void {
  const folder = join(storeFolder, "models", spec.name);
  const created = spec.created ?? EPOCH;
  const aliases = mapTexts(spec.aliases ?? {});
  writeMeta(folder, {
    aliases,
    creation_timestamp: created,
    deployment_job_id: null,
    deployment_job_state: null,
    description: spec.description ?? null,
    last_updated_timestamp: spec.updated ?? created,
    name: spec.name,
    workspace: "default",
  });
  writeKeyed(join(folder, "tags"), spec.tags ?? {});
  for (const [alias, version] of Object.entries(aliases)) writeFile(join(folder, "aliases", alias), version);
  for (const version of spec.versions ?? []) writeVersion(folder, spec.name, version);
}

function writeVersion(modelFolder: string, name: string, spec: VersionSpec): void {
  const folder = join(modelFolder, `version-${spec.version}`);
  const created = spec.created ?? EPOCH + spec.version * 1000;
  writeMeta(folder, {
    creation_timestamp: created,
    current_stage: spec.stage ?? "None",
    deployment_job_state: null,
    description: spec.description ?? null,
    last_updated_timestamp: spec.updated ?? created,
    model_id: null,
    name,
    run_id: spec.runId ?? null,
    run_link: null,
    source: spec.source ?? "",
    status: "READY",
    status_message: null,
    storage_location: spec.storage ?? spec.source ?? "",
    user_id: null,
    version: spec.version,
    workspace: "default",
  });
  writeKeyed(join(folder, "tags"), spec.tags ?? {});
}

function mapTexts(record: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(value)]));
}
