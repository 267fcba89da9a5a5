import type { RunCheck } from "../input.ts";
import type { Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const KEY_REFUSED: Rule = {
  id: "MLR208",
  area: "values",
  level: "quick",
  title: "Key that MLflow refuses",
  why: "Keys hold letters, digits, _ - . : spaces and slashes. Others make MLflow's search fail for the whole experiment.",
  mend: "Rename the file.",
  severity: severities({ data: "warning", mlflow: "error" }),
};

/** MLflow's rule for keys; `:` came with 2.15. */
const KEY = /^[/\p{L}\p{M}\p{N}_.\- :]*$/u;

/** Whether MLflow takes the keys of a run's params, metrics and tags. */
export const checkKeys: RunCheck = ({ run }, tell) => {
  for (const entries of [run.params, run.metrics, run.tags]) {
    for (const { key, path, kind, stray } of entries) {
      if (kind !== "file" || stray || KEY.test(key)) continue;
      tell({ rule: KEY_REFUSED, file: path, message: `${JSON.stringify(key.slice(0, 80))} is no key for MLflow.` });
    }
  }
};
