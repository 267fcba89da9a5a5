import { isRestorable, RESTORE, restoreRun } from "../fix/restore.ts";
import type { RunCheck } from "../input.ts";
import { conflictWords } from "../leftovers.ts";
import type { Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const RUN_META_MISSING: Rule = {
  id: "MLR101",
  area: "structure",
  level: "quick",
  title: "Run without meta.yaml",
  why: "Status, times and name of the run are lost, and MLflow leaves the run out without a word.",
  mend: "Restore meta.yaml from Git or a backup, or remove the folder if the run is not wanted.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

export const RUN_META_EMPTY: Rule = {
  id: "MLR102",
  area: "structure",
  level: "quick",
  title: "Empty meta.yaml of a run",
  why: "The run's own data is lost, and MLflow's search fails for the whole experiment.",
  mend: "Restore meta.yaml from Git or a backup, or remove the folder if the run is not wanted.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

export const RUN_META_BROKEN: Rule = {
  id: "MLR103",
  area: "structure",
  level: "quick",
  title: "meta.yaml of a run that cannot be read",
  why: "MLflow's search fails for the whole experiment, and the run's own data is known in part only.",
  mend: "Correct the line named, resolve the conflict, or restore meta.yaml from Git.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

/** Whether a run's metadata file is there and can be read. */
export const checkRunMeta: RunCheck = ({ run }, tell) => {
  const { meta, listing, folder } = run;
  if (listing.entries === null) return;
  const edits = [restoreRun(`${folder}/meta.yaml`, run.run)];
  if (!meta.present) tell({ rule: RUN_META_MISSING, file: folder, message: "The run has no meta.yaml.", edits });
  for (const found of meta.problems) {
    const rule = found.code === "empty" ? RUN_META_EMPTY : RUN_META_BROKEN;
    const line = found.line === null ? {} : { line: found.line };
    tell({ rule, file: meta.path, ...line, message: conflictWords(found), ...(isRestorable(found) && { edits }) });
  }
};
