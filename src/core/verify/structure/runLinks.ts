import { isRestorable, RESTORE, restore } from "../fix/restore.ts";
import type { RunCheck } from "../input.ts";
import type { Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const LINK_META_MISSING: Rule = {
  id: "MLR115",
  area: "structure",
  level: "quick",
  title: "Input or output of a run without meta.yaml",
  why: "Which dataset or model is meant is lost, and MLflow's search fails for the whole experiment.",
  mend: "Restore the meta.yaml from Git, or remove the folder.",
  fix: RESTORE,
  severity: severities({ data: "warning", mlflow: [{ from: [3, 0], severity: "error" }] }),
};

export const MODEL_INPUT: Rule = {
  id: "MLR129",
  area: "structure",
  level: "quick",
  title: "Model that a run read",
  why: "MLflow's migration does not take over which models a run read.",
  mend: "Note the models in a tag before migrating, if they matter.",
  severity: severities({ data: null, migration: "error" }),
};

/** Whether each input and output of a run says what it is. */
export const checkRunLinks: RunCheck = ({ run }, tell) => {
  for (const { path, meta } of run.inputs) {
    const source = meta.fields.get("source_type") ?? "";
    if (!source.startsWith("MODEL")) continue;
    const model = (meta.fields.get("source_id") ?? "a model").slice(0, 64);
    tell({ rule: MODEL_INPUT, file: path, message: `The run read the model ${model}.` });
  }
  for (const { path, meta } of [...run.inputs, ...run.outputs]) {
    if (meta.present && meta.readable) continue;
    const [found] = meta.problems;
    const message = `Its meta.yaml ${found?.reason ?? "is missing"}.`;
    const edits = [restore(`${path}/meta.yaml`, { needed: ["source_type"], identity: null })];
    const isMended = found === undefined || isRestorable(found);
    tell({ rule: LINK_META_MISSING, file: path, message, ...(isMended && { edits }) });
  }
};
