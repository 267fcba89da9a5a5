import type { Lifecycle } from "../model/experiment.ts";
import { LOGGED_MODEL_STATUSES, type LoggedModel, type LoggedModelMetric } from "../model/loggedModel.ts";
import type { Problem } from "../model/problem.ts";
import type { KeyValue } from "../model/text.ts";
import { readYamls } from "./batch.ts";
import { readKeys } from "./keys.ts";
import { ModelMetrics } from "./loggedModelMetric.ts";
import { toTime } from "./run.ts";
import { baseName, join, type Scan } from "./scan.ts";
import { TextFolders } from "./texts.ts";
import type { YamlFile } from "./yaml.ts";

export interface LoggedModelScan {
  readonly models: readonly LoggedModel[];
  readonly problems: readonly Problem[];
}

/** Where logged models lie: their folders (`m-…`) in an experiment. */
export interface LoggedModelPlace {
  readonly experiment: string;
  readonly experimentDeleted: boolean;
  readonly ids: readonly string[];
}

/** Reads the logged models of an experiment, all of one kind of file at once. */
export function* scanLoggedModels(place: LoggedModelPlace): Scan<LoggedModelScan> {
  const problems: Problem[] = [];
  const folders = place.ids.map((id) => join(place.experiment, `models/${id}`));
  const metas = yield* readYamls(folders.map((folder) => join(folder, "meta.yaml")));
  for (const meta of metas) problems.push(...meta.problems);
  const texts = new TextFolders(problems);
  const metrics = new ModelMetrics(problems);
  const keyFolders = folders.flatMap((folder) => [
    texts.folder(join(folder, "params")),
    texts.folder(join(folder, "tags")),
    metrics.folder(join(folder, "metrics")),
  ]);
  yield* readKeys(keyFolders, problems);
  const models = folders.map((folder, i) =>
    toLoggedModel(place, folder, metas[i], {
      params: texts.of(join(folder, "params")),
      tags: texts.of(join(folder, "tags")),
      metrics: metrics.of(join(folder, "metrics")),
    }),
  );
  return { models, problems };
}

interface Keyed {
  readonly params: readonly KeyValue[];
  readonly tags: readonly KeyValue[];
  readonly metrics: readonly LoggedModelMetric[];
}

/** Without its metadata a model is still known by its folder. */
function toLoggedModel(place: LoggedModelPlace, folder: string, meta: YamlFile | undefined, keyed: Keyed): LoggedModel {
  const field = (key: string): string | null => meta?.fields.get(key) ?? null;
  const id = field("model_id") || baseName(folder);
  const deleted = place.experimentDeleted || field("lifecycle_stage") === "deleted";
  const lifecycle: Lifecycle = deleted ? "deleted" : "active";
  return {
    experiment: place.experiment,
    id,
    experimentId: field("experiment_id") || baseName(place.experiment),
    name: field("name") || id,
    sourceRunId: field("source_run_id"),
    status: LOGGED_MODEL_STATUSES[Number(field("status")) - 1] ?? "PENDING",
    statusMessage: field("status_message"),
    modelType: field("model_type"),
    artifactLocation: field("artifact_location") ?? "",
    lifecycle,
    created: toTime(field("creation_timestamp")),
    updated: toTime(field("last_updated_timestamp")),
    ...keyed,
  };
}
