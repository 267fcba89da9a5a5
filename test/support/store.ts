import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeLoggedModel, writeRegisteredModel } from "./modelFiles.ts";
import { type RunPlace, writeRun } from "./runFiles.ts";
import type { BuiltExperiment, BuiltStore, ExperimentSpec, StoreSpec } from "./spec.ts";
import { EPOCH, experimentId, STORE_URI, writeKeyed, writeMeta } from "./writing.ts";

export type { BuiltExperiment, BuiltRun, BuiltStore, ExperimentSpec, MetricSpec, RunSpec, StoreSpec } from "./spec.ts";

/** Writes a file store into `folder` (which becomes the `mlruns`), each file as MLflow 3 does. The same spec gives the same bytes. */
export function buildStore(folder: string, spec: StoreSpec = {}): BuiltStore {
  mkdirSync(join(folder, ".trash"), { recursive: true });
  mkdirSync(join(folder, "models"), { recursive: true });
  const experiments = (spec.experiments ?? []).map((e, i) => writeExperiment(folder, spec.uri ?? STORE_URI, e, i));
  for (const model of spec.registeredModels ?? []) writeRegisteredModel(folder, model);
  return { folder, experiments };
}

/** Also writes again over an experiment that is there: its runs and models are added. */
export function writeExperiment(store: string, uri: string, spec: ExperimentSpec, index = 0): BuiltExperiment {
  const name = spec.name ?? `experiment-${index}`;
  const id = spec.id ?? experimentId(name);
  const deleted = spec.lifecycle === "deleted";
  const created = spec.created ?? EPOCH + index;
  const place: RunPlace = {
    experimentFolder: deleted ? join(store, ".trash", id) : join(store, id),
    experimentId: id,
    artifactLocation: spec.artifactLocation ?? `${uri}/${id}`,
  };
  writeMeta(place.experimentFolder, {
    artifact_location: place.artifactLocation,
    creation_time: created,
    effective_trace_archival_retention: null,
    experiment_id: id,
    last_update_time: created,
    lifecycle_stage: spec.lifecycle ?? "active",
    name,
    trace_location: null,
    workspace: "default",
  });
  if (spec.tags) writeKeyed(join(place.experimentFolder, "tags"), spec.tags);
  const inherited = deleted ? ({ lifecycle: "deleted" } as const) : {};
  const runs = (spec.runs ?? []).map((run, i) => writeRun(place, { ...inherited, ...run }, i));
  for (const model of spec.models ?? []) writeLoggedModel(place, model);
  return { id, name, folder: place.experimentFolder, runs };
}
