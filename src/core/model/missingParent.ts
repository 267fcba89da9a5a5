import { type Problem, problem } from "./problem.ts";

/** A run whose parent is nowhere in its store. Its tag is a file to point at; in a database the sentence names the run. */
export function missingParent(
  run: { readonly experiment: string; readonly folder: string; readonly id: string },
  parent: string,
  isDatabase: boolean,
): Problem {
  const what = `names the parent run ${parent}, which is not in this store`;
  const file = isDatabase ? "" : `${run.experiment}/${run.folder}/tags/mlflow.parentRunId`;
  return problem("parent-missing", file, isDatabase ? `run ${run.id} ${what}` : what, null, "warning");
}
