import type { Experiment } from "../model/experiment.ts";
import { present } from "./fields.ts";

export type ExperimentJson = ReturnType<typeof toExperimentJson>;

export function toExperimentJson(store: string, experiment: Experiment) {
  return {
    store,
    ...present({
      experiment_id: experiment.id,
      name: experiment.name,
      artifact_location: experiment.artifactLocation,
      lifecycle_stage: experiment.lifecycle,
      creation_time: experiment.created,
      last_update_time: experiment.updated,
    }),
    tags: experiment.tags,
  };
}
