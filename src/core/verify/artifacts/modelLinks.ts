import type { RunSummary } from "../facts/runSummary.ts";
import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";
import type { KnownModels } from "./known.ts";

export const SOURCE_RUN_GONE: Rule = {
  id: "MLR405",
  area: "artifacts",
  level: "quick",
  title: "Logged model whose run is gone",
  why: "Which code, params and metrics made the model can no longer be told from the store.",
  mend: "Bring the run's folder back from Git or a backup, if it was not deleted on purpose.",
  severity: severities({ data: "warning", mlflow: [{ from: [3, 0], severity: "info" }] }),
};

export const LOGGED_MODEL_GONE: Rule = {
  id: "MLR406",
  area: "artifacts",
  level: "quick",
  title: "Run that names a logged model that is not there",
  why: "Other models of the experiment are here, but the one that the run made or read is not.",
  mend: "Bring the model's folder below `models` back from Git or a backup.",
  severity: severities({ data: "warning", mlflow: [{ from: [3, 0], severity: "warning" }] }),
};

export const LOGGED_MODELS_NOT_KEPT: Rule = {
  id: "MLR407",
  area: "artifacts",
  level: "quick",
  title: "Logged models that were not kept with the store",
  why: "Runs name logged models, and the experiment has none: often the folder `models` is ignored by Git.",
  mend: "Let Git keep the folder, if the models are wanted in every clone.",
  severity: severities({ data: "info", mlflow: [{ from: [3, 0], severity: "warning" }] }),
};

export const ALIAS_DANGLES: Rule = {
  id: "MLR414",
  area: "artifacts",
  level: "quick",
  title: "Alias to a version that is not there",
  why: "Whoever loads the model by this alias fails.",
  mend: "Point the alias at a version that is there, or restore the version from Git or a backup.",
  severity: severities({ data: "error", mlflow: [{ from: [2, 0], severity: "error" }] }),
};

export const ALIAS_NO_NUMBER: Rule = {
  id: "MLR415",
  area: "artifacts",
  level: "quick",
  title: "Alias without the number of a version",
  why: "Whoever loads the model by this alias fails, and MLflow's migration leaves the alias out.",
  mend: "Write the number of the version into the file, and nothing else.",
  severity: severities({ data: "error", mlflow: [{ from: [2, 0], severity: "error" }], migration: "error" }),
};

/** Whether what models and runs name of each other is there, and every alias leads to a version. Any kind of store. */
export function modelLinkFindings(known: KnownModels, runs: readonly RunSummary[]): readonly Found[] {
  const ids = new Set(runs.map(({ id }) => id));
  const orphans = known.logged.flatMap(({ file, experiment, sourceRun }): Found[] => {
    if (sourceRun === null || ids.has(sourceRun)) return [];
    const message = `Its run ${sourceRun.slice(0, 64)} is not in this store.`;
    return [{ rule: SOURCE_RUN_GONE, file, experiment, message }];
  });
  return [...orphans, ...missingModels(known, runs), ...aliasFindings(known)];
}

function missingModels({ all }: KnownModels, runs: readonly RunSummary[]): Found[] {
  const found: Found[] = [];
  const notKept = new Map<string, number>();
  const experiments = new Set([...all.values()]);
  for (const { experiment, run, file, models } of runs) {
    const missing = models.filter((id) => !all.has(id));
    if (missing.length === 0) continue;
    if (experiments.has(experiment)) {
      for (const id of missing) {
        const message = `The logged model ${id.slice(0, 64)} is not in this store.`;
        found.push({ rule: LOGGED_MODEL_GONE, file, experiment, run, message });
      }
    } else notKept.set(experiment, (notKept.get(experiment) ?? 0) + 1);
  }
  for (const [experiment, count] of notKept) {
    const message = count === 1 ? "1 run names" : `${count.toLocaleString("en-US")} runs name`;
    const rule = LOGGED_MODELS_NOT_KEPT;
    found.push({ rule, file: experiment, experiment, message: `${message} logged models, and none is here.` });
  }
  return found;
}

function aliasFindings({ aliases }: KnownModels): Found[] {
  return aliases.flatMap(({ model, alias, version, versions, file }): Found[] => {
    if (versions.includes(version)) return [];
    const name = `The alias ${JSON.stringify(alias.slice(0, 80))} of ${JSON.stringify(model.slice(0, 80))}`;
    const isNumber = /^\d+$/.test(version);
    const message = isNumber
      ? `${name} is version ${version.slice(0, 20)}, which is not there.`
      : `${name} holds ${JSON.stringify(version.slice(0, 40))}.`;
    return [{ rule: isNumber ? ALIAS_DANGLES : ALIAS_NO_NUMBER, file, message }];
  });
}
