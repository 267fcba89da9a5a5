import type { ExperimentsCheck } from "../input.ts";
import type { Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const DELETED_OUTSIDE_TRASH: Rule = {
  id: "MLR132",
  area: "structure",
  level: "quick",
  title: "Deleted mark that disagrees with the place",
  why: "An experiment counts as deleted by lying in .trash; its meta.yaml says the contrary of where it lies.",
  mend: "Move the folder into or out of .trash, or correct lifecycle_stage, whichever was meant.",
  severity: severities({ data: "info", mlflow: "info" }),
};

/** Whether what an experiment says of being deleted agrees with where it lies. */
export const checkLifecycle: ExperimentsCheck = ({ facts }, tell) => {
  for (const { folder, inTrash, meta } of facts.experiments) {
    const stage = meta.fields.get("lifecycle_stage");
    if (!meta.readable || !stage || (stage === "deleted") === inTrash) continue;
    const where = inTrash ? "in .trash" : "outside .trash";
    const message = `lifecycle_stage is ${stage.slice(0, 40)}, but the experiment lies ${where}.`;
    tell({ rule: DELETED_OUTSIDE_TRASH, file: meta.path, experiment: folder, message });
  }
};
