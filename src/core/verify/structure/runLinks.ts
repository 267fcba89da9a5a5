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
  severity: severities({ data: "warning", mlflow: [{ from: [3, 0], severity: "error" }], migration: "error" }),
};

/** Whether each input and output of a run says what it is. */
export const checkRunLinks: RunCheck = ({ run }, tell) => {
  for (const { path, meta } of [...run.inputs, ...run.outputs]) {
    if (meta.present && meta.readable) continue;
    const reason = meta.problems[0]?.reason ?? "is missing";
    tell({ rule: LINK_META_MISSING, file: path, message: `Its meta.yaml ${reason}.` });
  }
};
