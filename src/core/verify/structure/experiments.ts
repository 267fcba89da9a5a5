import type { ExperimentFacts } from "../facts/storeFacts.ts";
import { isRestorable, RESTORE, restoreExperiment } from "../fix/restore.ts";
import type { ExperimentsCheck } from "../input.ts";
import { isNumeric, keyState, keyWords } from "../keyState.ts";
import { conflictWords } from "../leftovers.ts";
import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const EXPERIMENT_META_LOST: Rule = {
  id: "MLR120",
  area: "structure",
  level: "quick",
  title: "Experiment without meta.yaml, or with an empty one",
  why: "Its name is lost, and MLflow leaves the experiment out with all its runs.",
  mend: "Restore meta.yaml from Git or a backup.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

export const EXPERIMENT_META_BROKEN: Rule = {
  id: "MLR121",
  area: "structure",
  level: "quick",
  title: "meta.yaml of an experiment that cannot be read",
  why: "MLflow's list of experiments fails, so nothing of the store is shown at all.",
  mend: "Correct the line named, resolve the conflict, or restore meta.yaml from Git.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

export const EXPERIMENT_FIELD_NEEDED: Rule = {
  id: "MLR122",
  area: "structure",
  level: "quick",
  title: "Experiment without a key that MLflow needs",
  why: "MLflow's list of experiments fails where the key is missing, so nothing of the store is shown at all.",
  mend: "Add the key to meta.yaml: name, artifact_location, or experiment_id, which is the folder's name.",
  severity: severities({ data: "warning", mlflow: "error" }),
};

export const EXPERIMENT_STAGE_NEEDED: Rule = {
  id: "MLR126",
  area: "structure",
  level: "quick",
  title: "Experiment without lifecycle_stage",
  why: "From 2.0 on MLflow's list of experiments fails without the key, so nothing of the store is shown at all.",
  mend: "Add `lifecycle_stage: active` to meta.yaml.",
  severity: severities({ data: "warning", mlflow: [{ from: [2, 0], severity: "error" }] }),
};

export const EXPERIMENT_TIMES_NEEDED: Rule = {
  id: "MLR127",
  area: "structure",
  level: "quick",
  title: "Experiment without its times",
  why: "MLflow 1.29 and 1.30 sort experiments by times that older versions did not write, and their list fails.",
  mend: "Add creation_time and last_update_time to meta.yaml, in milliseconds since 1970.",
  severity: severities({ data: null, mlflow: [{ from: [1, 29], before: [2, 0], severity: "error" }] }),
};

export const EXPERIMENT_TIME_WORD: Rule = {
  id: "MLR134",
  area: "structure",
  level: "quick",
  title: "Experiment whose creation time is no number",
  why: "When it was made is lost, and from 2.0 on MLflow's list of experiments fails, so nothing of the store is shown at all.",
  mend: "Correct creation_time to milliseconds since 1970.",
  severity: severities({ data: "warning", mlflow: [{ from: [2, 0], severity: "error" }] }),
};

export const EXPERIMENT_ID_DIFFERS: Rule = {
  id: "MLR123",
  area: "structure",
  level: "quick",
  title: "Experiment whose id is not its folder's name",
  why: "The folder and meta.yaml disagree about which experiment it is, and MLflow leaves it out with all its runs.",
  mend: "Rename the folder to the experiment_id, or correct experiment_id if the folder was copied.",
  severity: severities({ data: "warning", mlflow: "error" }),
};

export const EXPERIMENT_NAME_TWICE: Rule = {
  id: "MLR124",
  area: "structure",
  level: "quick",
  title: "Two experiments of one name",
  why: "MLflow finds experiments by name, so only one of them can be reached so; a database refuses the second.",
  mend: "Rename one of them in its meta.yaml.",
  severity: severities({ data: "error", mlflow: "warning", migration: "error" }),
};

export const STORE_FOLDER_FOREIGN: Rule = {
  id: "MLR125",
  area: "structure",
  level: "quick",
  title: "Folder in the store that MLflow stumbles over",
  why: "MLflow takes every folder in the store for an experiment; a name that is no id makes its list of experiments fail.",
  mend: "Move the folder out of the store.",
  severity: severities({ data: "info", mlflow: "error" }),
};

/** Whether each experiment can be read, has its keys, lies where it says and has a name of its own. */
export const checkExperiments: ExperimentsCheck = ({ facts }, tell) => {
  for (const name of facts.foreignFolders) {
    tell({ rule: STORE_FOLDER_FOREIGN, file: name, message: `${name} is no experiment.` });
  }
  const firstOf = new Map<string, string>();
  for (const experiment of facts.experiments) {
    checkExperiment(experiment, tell);
    const name = experiment.meta.fields.get("name");
    if (!name || experiment.inTrash || !experiment.meta.readable) continue;
    const first = firstOf.get(name);
    if (first === undefined) firstOf.set(name, experiment.folder);
    else {
      const message = `The name ${JSON.stringify(name.slice(0, 80))} is that of experiment ${first} too.`;
      tell({ rule: EXPERIMENT_NAME_TWICE, file: experiment.meta.path, experiment: experiment.folder, message });
    }
  }
};

const NEEDED = [
  ["experiment_id", EXPERIMENT_FIELD_NEEDED],
  ["name", EXPERIMENT_FIELD_NEEDED],
  ["artifact_location", EXPERIMENT_FIELD_NEEDED],
  ["lifecycle_stage", EXPERIMENT_STAGE_NEEDED],
] as const;

/** Words in the place of numbers do not compare with those of other experiments. */
function checkTimes(meta: ExperimentFacts["meta"], tell: (found: Pick<Found, "rule" | "message">) => void): void {
  const updated = keyState(meta, "last_update_time");
  if (updated !== "text") tell({ rule: EXPERIMENT_TIMES_NEEDED, message: keyWords("last_update_time", updated) });
  else if (!isNumeric(meta.fields.get("last_update_time") ?? "")) {
    tell({ rule: EXPERIMENT_TIMES_NEEDED, message: "last_update_time is no number." });
  }
  const { fields, nested } = meta;
  const created = fields.get("creation_time");
  const isWord = created !== undefined && created !== null && !isNumeric(created);
  if (isWord || nested.has("creation_time")) {
    tell({ rule: EXPERIMENT_TIME_WORD, message: "creation_time is no number." });
  }
}

function checkExperiment({ folder, meta }: ExperimentFacts, tell: (found: Found) => void): void {
  const place = { file: meta.path, experiment: folder };
  const own = folder.split("/").at(-1) ?? folder;
  const edits = [restoreExperiment(`${folder}/meta.yaml`, own)];
  if (!meta.present) {
    const message = "The experiment has no meta.yaml.";
    tell({ rule: EXPERIMENT_META_LOST, file: folder, experiment: folder, message, edits });
  }
  for (const found of meta.problems) {
    const rule = found.code === "empty" ? EXPERIMENT_META_LOST : EXPERIMENT_META_BROKEN;
    const line = found.line === null ? {} : { line: found.line };
    tell({ rule, ...place, ...line, message: conflictWords(found), ...(isRestorable(found) && { edits }) });
  }
  if (!meta.present || !meta.readable) return;
  for (const [key, rule] of NEEDED) {
    if (keyState(meta, key) === "missing") tell({ rule, ...place, message: keyWords(key, "missing") });
  }
  checkTimes(meta, (found) => tell({ ...place, ...found }));
  const differs = idDiffers(meta, own);
  if (differs !== null) tell({ rule: EXPERIMENT_ID_DIFFERS, ...place, message: differs });
}

/** How the id that an experiment states differs from its folder's name; null where it does not, or none is stated. */
function idDiffers(meta: ExperimentFacts["meta"], own: string | undefined): string | null {
  const state = keyState(meta, "experiment_id");
  if (state === "empty" || state === "nested") return keyWords("experiment_id", state);
  const id = meta.fields.get("experiment_id");
  return id && id !== own ? `experiment_id is ${id.slice(0, 64)}, but the folder is ${own}.` : null;
}
