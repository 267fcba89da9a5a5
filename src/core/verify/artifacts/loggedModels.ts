import type { LoggedModelFacts } from "../facts/modelFacts.ts";
import { RESTORE } from "../fix/restore.ts";
import type { StoreCheck } from "../input.ts";
import { keyState, keyWords } from "../keyState.ts";
import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";
import { metaFindings } from "./modelMeta.ts";

export const LOGGED_META_LOST: Rule = {
  id: "MLR401",
  area: "artifacts",
  level: "quick",
  title: "Logged model without meta.yaml, or with an empty one",
  why: "Its name, its run and where its files lie are lost; MLflow does not find the model, and its migration leaves it out.",
  mend: "Restore meta.yaml from Git or a backup, or remove the folder if the model is not wanted.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: [{ from: [3, 0], severity: "error" }], migration: "error" }),
};

export const LOGGED_META_BROKEN: Rule = {
  id: "MLR402",
  area: "artifacts",
  level: "quick",
  title: "meta.yaml of a logged model that cannot be read",
  why: "MLflow's search for models fails for the whole experiment, and its migration leaves the model out.",
  mend: "Correct the line named, resolve the conflict, or restore meta.yaml from Git.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: [{ from: [3, 0], severity: "error" }], migration: "error" }),
};

export const LOGGED_PLACE_DIFFERS: Rule = {
  id: "MLR403",
  area: "artifacts",
  level: "quick",
  title: "Logged model that lies elsewhere than it says",
  why: "The folder and meta.yaml disagree about which model or experiment it is, and MLflow does not find it.",
  mend: "Rename or move the folder, or correct model_id and experiment_id if the folder was copied.",
  severity: severities({ data: "warning", mlflow: [{ from: [3, 0], severity: "error" }] }),
};

export const LOGGED_STATUS_UNKNOWN: Rule = {
  id: "MLR404",
  area: "artifacts",
  level: "quick",
  title: "Logged model with a status that cannot be",
  why: "MLflow knows the statuses 1 (pending), 2 (ready) and 3 (failed); its search fails for the whole experiment.",
  mend: "Write `status: 2` if the model is whole.",
  severity: severities({ data: "warning", mlflow: [{ from: [3, 0], severity: "error" }] }),
};

export const LOGGED_KEY_NEEDED: Rule = {
  id: "MLR409",
  area: "artifacts",
  level: "quick",
  title: "Logged model without a key that MLflow needs",
  why: "MLflow's search for models fails for the whole experiment where the key is missing.",
  mend: "Restore meta.yaml from Git, or add the key: the times are milliseconds since 1970.",
  severity: severities({ data: "warning", mlflow: [{ from: [3, 0], severity: "error" }] }),
};

/** Without them MLflow makes no model of the file. */
const NEEDED = [
  ...["model_id", "experiment_id", "name", "artifact_location", "creation_timestamp", "last_updated_timestamp"],
];

const META = { lost: LOGGED_META_LOST, broken: LOGGED_META_BROKEN };

/** Whether each logged model can be read, and lies where it says. */
export const checkLoggedModels: StoreCheck = ({ models, experiments }, tell) => {
  const idOf = new Map(experiments.map(({ experiment }) => [experiment.folder, experiment]));
  for (const model of models.logged) {
    const { meta, experiment, folder, id } = model;
    const identity = { keys: ["model_id"], value: id };
    for (const found of metaFindings(folder, meta, "logged model", { ...META, identity }))
      tell({ experiment, ...found });
    const owner = idOf.get(experiment);
    if (meta.readable) checkFields(model, owner?.readable ? owner.id : null, tell);
  }
};

function checkFields(
  { id, experiment, meta }: LoggedModelFacts,
  experimentId: string | null,
  tell: (found: Found) => void,
) {
  const place = { file: meta.path, experiment };
  for (const key of NEEDED) {
    if (keyState(meta, key) === "missing")
      tell({ rule: LOGGED_KEY_NEEDED, ...place, message: keyWords(key, "missing") });
  }
  for (const key of ["model_id", "experiment_id", "status"]) {
    const state = keyState(meta, key);
    const rule = key === "status" ? LOGGED_STATUS_UNKNOWN : LOGGED_PLACE_DIFFERS;
    if (state === "empty" || state === "nested") tell({ rule, ...place, message: keyWords(key, state) });
  }
  const named = meta.fields.get("model_id");
  if (named && named !== id) {
    const message = `model_id is ${named.slice(0, 64)}, but the folder is ${id.slice(0, 64)}.`;
    tell({ rule: LOGGED_PLACE_DIFFERS, ...place, message });
  }
  const names = meta.fields.get("experiment_id");
  if (names && experimentId !== null && names !== experimentId) {
    const message = `experiment_id is ${names.slice(0, 64)}, but the model lies in experiment ${experimentId.slice(0, 64)}.`;
    tell({ rule: LOGGED_PLACE_DIFFERS, ...place, message });
  }
  const status = meta.fields.get("status");
  if (status && !/^([123]|true)$/i.test(status)) {
    tell({ rule: LOGGED_STATUS_UNKNOWN, ...place, message: `The status is ${JSON.stringify(status.slice(0, 40))}.` });
  }
}
