import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const LOGGED_ARTIFACT_GONE: Rule = {
  id: "MLR424",
  area: "artifacts",
  level: "full",
  title: "Logged model or table that is not among the run's artifacts",
  why: "The run says that it was logged and other artifacts of the run are here, so this one was lost.",
  mend: "Restore the files from Git or a backup.",
  severity: severities({ data: "error", mlflow: "warning" }),
};

export const ARTIFACTS_NOT_KEPT: Rule = {
  id: "MLR416",
  area: "artifacts",
  level: "quick",
  title: "Artifacts that were not kept with the store",
  why: "Models or tables were logged, and none of their files is below the folder verified: they stayed elsewhere.",
  mend: "Bring the files beside the run, if they are wanted in every clone.",
  severity: severities({ data: "info", mlflow: "info" }),
};

export const LOGGED_MODEL_EMPTY: Rule = {
  id: "MLR408",
  area: "artifacts",
  level: "quick",
  title: "Logged model without its files",
  why: "The model says that it is ready, and there is nothing that could be loaded.",
  mend: "Bring its folder `artifacts` back from Git or a backup; see whether Git ignores it.",
  severity: severities({ data: "warning", mlflow: [{ from: [3, 0], severity: "warning" }] }),
};

export const VERSION_IN_USE_GONE: Rule = {
  id: "MLR417",
  area: "artifacts",
  level: "quick",
  title: "Registered version in use whose files are gone",
  why: "An alias or the stage Production says that this version is in use, and whoever loads it fails.",
  mend: "Restore the files of the run or model it came from, or move the alias to a version that has its files.",
  severity: severities({ data: "error", mlflow: [{ from: [2, 0], severity: "warning" }] }),
};

export const VERSION_GONE: Rule = {
  id: "MLR418",
  area: "artifacts",
  level: "quick",
  title: "Registered version whose files are gone",
  why: "What the version was registered from is no longer in the store, so the version cannot be loaded.",
  mend: "Restore the files of the run or model it came from, or delete the version.",
  severity: severities({ data: "warning", mlflow: [{ from: [2, 0], severity: "warning" }] }),
};

/** Of an experiment whose runs logged models or tables, and keep no artifacts at all here. */
export function runsNotKept(experiment: string, file: string, count: number): Found {
  const runs = count === 1 ? "1 run has" : `${count.toLocaleString("en-US")} runs have`;
  const message = `${runs} logged models or tables, and keep none of their files here.`;
  return { rule: ARTIFACTS_NOT_KEPT, file, experiment, message };
}
