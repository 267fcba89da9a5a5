import { join } from "../../files/scan.ts";
import { counts } from "../counts.ts";
import type { ModelFolderFacts } from "../facts/modelFolder.ts";
import type { Check, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const MODEL_FILE_MISSING: Rule = {
  id: "MLR421",
  area: "artifacts",
  level: "full",
  title: "MLmodel that names a file which is not there",
  why: "The model cannot be loaded as it was logged: often Git ignores such files, or they were too large for it.",
  mend: "Bring the file back from Git, Git LFS or a backup, or log the model again.",
  severity: severities({ data: "warning", mlflow: "warning" }),
};

export const MLMODEL_LOST: Rule = {
  id: "MLR422",
  area: "artifacts",
  level: "full",
  title: "Model without a readable MLmodel file",
  why: "MLmodel says how a model is loaded; without it the files beside it are of no use to MLflow.",
  mend: "Restore MLmodel from Git or a backup, or log the model again.",
  severity: severities({ data: "error", mlflow: "warning" }),
};

export const MODEL_FILE_POINTER: Rule = {
  id: "MLR423",
  area: "artifacts",
  level: "full",
  title: "Git LFS pointer in the place of a model's file",
  why: "The file itself was not fetched, so the model cannot be loaded here.",
  mend: "Run `git lfs pull`.",
  severity: severities({ data: "warning", mlflow: "warning" }),
};

/** Files that lie beside every MLmodel: where they are, it was there too. */
const BESIDE = ["python_env.yaml", "conda.yaml"];

/** What is wrong with a model's folder. `logged`: MLflow wrote an MLmodel there for certain. */
export const checkModelFolder: Check<{ readonly facts: ModelFolderFacts; readonly logged: boolean }> = (
  { facts: { folder, entries, mlmodel, missing, pointers }, logged },
  tell,
) => {
  const file = join(folder, "MLmodel");
  if (mlmodel === null && (logged || entries?.some(({ name }) => BESIDE.includes(name)))) {
    tell({ rule: MLMODEL_LOST, file: folder, message: "The model has no MLmodel file." });
  }
  if (mlmodel === "broken") tell({ rule: MLMODEL_LOST, file, message: "The file cannot be read as an MLmodel." });
  if (mlmodel === "pointer") tell({ rule: MODEL_FILE_POINTER, file, message: "The file is a Git LFS pointer." });
  const [gone] = missing;
  if (gone !== undefined) {
    const line = gone.line === null ? {} : { line: gone.line };
    const are = missing.length === 1 ? "is not there" : `and ${counts(missing.length - 1, "more file")} are not there`;
    tell({ rule: MODEL_FILE_MISSING, file, ...line, message: `${gone.path.slice(0, 200)} ${are}.` });
  }
  for (const pointer of pointers) {
    const message = "The file is a Git LFS pointer, not the file itself.";
    tell({ rule: MODEL_FILE_POINTER, file: join(folder, pointer.path), message });
  }
};
