import type { ModelVersion, RegisteredModel } from "../model/registry.ts";
import { present } from "./fields.ts";

export type RegisteredModelJson = ReturnType<typeof toRegisteredModelJson>;

/** A registered model, or a prompt, with all its versions. */
export function toRegisteredModelJson(store: string, model: RegisteredModel) {
  return {
    store,
    ...present({
      name: model.name,
      description: model.description,
      creation_timestamp: model.created,
      last_updated_timestamp: model.updated,
    }),
    tags: model.tags,
    aliases: model.aliases,
    versions: model.versions.map(toVersionJson),
  };
}

/** `storage_location` is not in MLflow's answer: it is what `get-download-uri` says. */
function toVersionJson(version: ModelVersion) {
  return {
    ...present({
      name: version.name,
      version: version.version,
      creation_timestamp: version.created,
      last_updated_timestamp: version.updated,
      user_id: version.user,
      current_stage: version.stage,
      description: version.description,
      source: version.source,
      storage_location: version.storageLocation,
      run_id: version.runId,
      run_link: version.runLink,
      model_id: version.modelId,
      status: version.status,
      status_message: version.statusMessage,
    }),
    tags: version.tags,
    aliases: version.aliases,
  };
}
