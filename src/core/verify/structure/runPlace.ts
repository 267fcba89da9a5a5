import type { RunCheck } from "../input.ts";
import type { Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const RUN_EXPERIMENT_DIFFERS: Rule = {
  id: "MLR107",
  area: "structure",
  level: "quick",
  title: "Run that names another experiment",
  why: "The folder and meta.yaml disagree about the experiment, and MLflow leaves such a run out without a word.",
  mend: "Move the folder to the experiment it names, or correct experiment_id.",
  severity: severities({ data: "warning", mlflow: "error" }),
};

export const RUN_ID_DIFFERS: Rule = {
  id: "MLR108",
  area: "structure",
  level: "quick",
  title: "Run whose id is not its folder's name",
  why: "The folder and meta.yaml disagree about which run it is, and MLflow's search fails for the whole experiment.",
  mend: "Rename the folder to the run_id, or correct run_id if the folder was copied.",
  severity: severities({ data: "warning", mlflow: "error" }),
};

/** Whether a run lies where its own metadata says. */
export const checkRunPlace: RunCheck = ({ run, experiment }, tell) => {
  const { fields, readable, path } = run.meta;
  if (!readable) return;
  const names = fields.get("experiment_id");
  if (names && experiment.readable && names !== experiment.id) {
    const message = `experiment_id is ${names.slice(0, 64)}, but the run lies in experiment ${experiment.id.slice(0, 64)}.`;
    tell({ rule: RUN_EXPERIMENT_DIFFERS, file: path, message });
  }
  const id = fields.get("run_id") || fields.get("run_uuid");
  if (id && id !== run.run) {
    tell({
      rule: RUN_ID_DIFFERS,
      file: path,
      message: `run_id is ${id.slice(0, 64)}, but the folder is ${run.run.slice(0, 64)}.`,
    });
  }
};
