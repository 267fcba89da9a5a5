import type { MetaFacts } from "../facts/metaFacts.ts";
import type { RegisteredFacts } from "../facts/modelFacts.ts";
import { RESTORE } from "../fix/restore.ts";
import type { StoreCheck } from "../input.ts";
import { keyState, keyWords } from "../keyState.ts";
import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";
import { metaFindings } from "./modelMeta.ts";

export const REGISTERED_META_LOST: Rule = {
  id: "MLR411",
  area: "artifacts",
  level: "quick",
  title: "Registered model or version without meta.yaml, or with an empty one",
  why: "What was registered is lost; MLflow's list of registered models fails, and its migration leaves the model out.",
  mend: "Restore meta.yaml from Git or a backup, or remove the folder if it is not wanted.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: [{ from: [2, 0], severity: "error" }], migration: "error" }),
};

export const REGISTERED_META_BROKEN: Rule = {
  id: "MLR412",
  area: "artifacts",
  level: "quick",
  title: "meta.yaml of a registered model or version that cannot be read",
  why: "MLflow's list of registered models fails, and its migration leaves the model out.",
  mend: "Correct the line named, resolve the conflict, or restore meta.yaml from Git.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: [{ from: [2, 0], severity: "error" }], migration: "error" }),
};

export const REGISTERED_PLACE_DIFFERS: Rule = {
  id: "MLR413",
  area: "artifacts",
  level: "quick",
  title: "Registered model or version that lies elsewhere than it says",
  why: "The folder and meta.yaml disagree about its name or number: MLflow lists it as one thing and opens it as another.",
  mend: "Rename the folder to what meta.yaml says, or correct name and version if the folder was copied.",
  severity: severities({ data: "warning", mlflow: [{ from: [2, 0], severity: "error" }] }),
};

export const REGISTRY_FOLDER_FOREIGN: Rule = {
  id: "MLR419",
  area: "artifacts",
  level: "quick",
  title: "Folder among the registered models that is none",
  why: "MLflow takes every folder in it for a registered model, and its list of registered models fails.",
  mend: "Move the folder out of the store, or remove it if it is empty.",
  severity: severities({ data: "info", mlflow: [{ from: [2, 0], severity: "error" }] }),
};

export const REGISTERED_KEY_NEEDED: Rule = {
  id: "MLR420",
  area: "artifacts",
  level: "quick",
  title: "Registered model or version without a key that MLflow needs",
  why: "MLflow's list of registered models fails where the key is missing or holds a list.",
  mend: "Restore meta.yaml from Git, or add the key: creation_timestamp is in milliseconds since 1970.",
  severity: severities({ data: "warning", mlflow: [{ from: [2, 0], severity: "error" }] }),
};

/** What MLflow needs of both, and of a version besides. */
const NEEDED = { model: ["name"], version: ["name", "version", "creation_timestamp"] } as const;

const META = { lost: REGISTERED_META_LOST, broken: REGISTERED_META_BROKEN };

/** Whether each registered model and version can be read, and lies where it says. */
export const checkRegistered: StoreCheck = ({ models }, tell) => {
  for (const model of models.registered) {
    if (!model.meta.present && model.versions.length === 0) {
      tell({
        rule: REGISTRY_FOLDER_FOREIGN,
        file: model.folder,
        message: `${shown(model.name)} is no registered model.`,
      });
      continue;
    }
    const identity = { keys: ["name"], value: model.name };
    for (const found of metaFindings(model.folder, model.meta, "registered model", { ...META, identity })) tell(found);
    const name = model.meta.fields.get("name");
    if (name && name !== model.name) {
      const message = `name is ${shown(name)}, but the folder is ${shown(model.name)}.`;
      tell({ rule: REGISTERED_PLACE_DIFFERS, file: model.meta.path, message });
    }
    checkKeys(model.meta, NEEDED.model, tell);
    checkVersions(model, tell);
  }
};

function checkKeys(meta: MetaFacts, needed: readonly string[], tell: (found: Found) => void): void {
  if (!meta.present || !meta.readable) return;
  for (const key of needed) {
    const state = keyState(meta, key);
    const isTime = key === "creation_timestamp";
    const rule = state === "missing" ? REGISTERED_KEY_NEEDED : REGISTERED_PLACE_DIFFERS;
    if (state === "missing" || (state !== "text" && !isTime)) {
      tell({ rule, file: meta.path, message: keyWords(key, state) });
    }
  }
  if (meta.nested.has("current_stage")) {
    tell({ rule: REGISTERED_KEY_NEEDED, file: meta.path, message: keyWords("current_stage", "nested") });
  }
}

function checkVersions({ name, versions, misnamed }: RegisteredFacts, tell: (found: Found) => void): void {
  for (const folder of misnamed) {
    const message = "The folder begins as a version's and has no number.";
    tell({ rule: REGISTERED_PLACE_DIFFERS, file: folder, message });
  }
  for (const { folder, number, meta } of versions) {
    const identity = { keys: ["version"], value: number };
    for (const found of metaFindings(folder, meta, "version", { ...META, identity })) tell(found);
    checkKeys(meta, NEEDED.version, tell);
    const version = meta.fields.get("version");
    if (version && version !== number) {
      const message = `version is ${shown(version)}, but the folder is version-${number}.`;
      tell({ rule: REGISTERED_PLACE_DIFFERS, file: meta.path, message });
    }
    const model = meta.fields.get("name");
    if (model && model !== name) {
      const message = `name is ${shown(model)}, but the version lies in the model ${shown(name)}.`;
      tell({ rule: REGISTERED_PLACE_DIFFERS, file: meta.path, message });
    }
  }
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
